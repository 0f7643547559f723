import { z } from 'zod';
import { messageWords } from '../../sealing/sealed-message';

/** What a customer wrote or said in a turn, message by message, from the turn's `input.reply`; files without words are left out. */
export function saidWords(reply: unknown): readonly string[] {
  const { data } = said.safeParse(reply);
  return data?.messages.map(({ content }) => messageWords(content).trim()).filter((words) => words !== '') ?? [];
}

const said = z.object({ messages: z.array(z.object({ content: z.unknown() })) });
