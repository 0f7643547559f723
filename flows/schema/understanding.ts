import { z } from 'zod';
import { intent } from './intents';
import { languageCode, scriptKind } from './language';
import { slotName, slotReading } from './slots';

export const sentiment = z.enum(['positive', 'neutral', 'negative']);

/** A sensitive number that a customer typed: what it is and where, never the number itself. */
export const sensitiveSpan = z.object({
  messageId: z.string(),
  kind: z.enum(['aadhaar', 'pan', 'card', 'account']),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});

/** What was read from one turn's messages, whichever engine read it. It enters the engine as data. */
export const understanding = z.object({
  engine: z.enum(['embedded', 'llm']),
  language: languageCode,
  script: scriptKind,
  intent,
  confidence: z.number().min(0).max(1),
  alternatives: z.array(z.object({ intent, confidence: z.number().min(0).max(1) })),
  sentiment,
  slots: z.record(slotName, slotReading),
  sensitive: z.array(sensitiveSpan),
});
export type Understanding = Readonly<z.infer<typeof understanding>>;
