import { z } from 'zod';
import words from './translate.json';

/** What a model must return for a batch of texts: one translation a key. */
export const translations = z.object({ texts: z.array(z.object({ key: z.string(), text: z.string() })) });

/** The instruction that goes before every request. */
export const translateInstructions: string = words.instructions.join('\n');
