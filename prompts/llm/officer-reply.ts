import { z } from 'zod';
import words from './officer-reply.json';

/** What a model must return for an officer's reply: its words, or null. */
export const officerReply = z.object({ message: z.string().nullable() });

/** The instruction that goes before every request. */
export const officerReplyInstructions: string = words.instructions.join('\n');
