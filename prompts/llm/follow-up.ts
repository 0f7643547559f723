import { z } from 'zod';
import words from './follow-up.json';

/** What a model must return for a follow-up: its words, or null. */
export const followUpDraft = z.object({ message: z.string().nullable() });

/** The instruction that goes before every request. */
export const followUpInstructions: string = words.instructions.join('\n');
