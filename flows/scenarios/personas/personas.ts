import { z } from 'zod';
import { languageCode } from '../../schema/language';
import stored from './personas.json';

/** A kind of customer to try a flow with: a language, a manner, and what they would say, one line after the other. */
export const persona = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, 'A persona id has small letters, digits and underscores.'),
  /** For an author: who it is, in a few words. */
  name: z.string().min(1).max(60),
  about: z.string().min(1).max(200),
  language: languageCode,
  lines: z.array(z.string().min(1)).min(1),
});
export type Persona = Readonly<z.infer<typeof persona>>;

export const personas: readonly Persona[] = z.strictObject({ personas: z.array(persona) }).parse(stored).personas;
