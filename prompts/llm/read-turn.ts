import { z } from 'zod';
import words from './read-turn.json';

/** What the schema may name; the lists are the flow engine's. */
export type ReadTurnNames = Readonly<{
  languages: readonly string[];
  intents: readonly string[];
  slots: readonly string[];
}>;

/**
 * What a model must return for one turn: its reading of the messages and, where one is wanted, a reply. Every field is
 * required, as strict structured output wants it; there is no field through which a state or a consent could be set.
 */
export function readTurnSchema({ languages, intents, slots }: ReadTurnNames) {
  return z.object({
    language: z.enum(languages),
    intent: z.enum(intents),
    confidence: z.number(),
    sentiment: z.enum(['positive', 'neutral', 'negative']),
    slots: z.array(z.object({ name: z.enum(slots), value: z.union([z.string(), z.number()]), quote: z.string() })),
    reply: z.string().nullable(),
  });
}
export type ReadTurn = Readonly<z.infer<ReturnType<typeof readTurnSchema>>>;

/** The instruction that goes before every request. */
export const readTurnInstructions: string = words.instructions.join('\n');
