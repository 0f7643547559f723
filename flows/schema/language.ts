import { z } from 'zod';

/** ISO 639 code of a language that has a folder in `prompts/languages` ("en", "hi", "kn", "ta", "te", …). */
export const languageCode = z.string().regex(/^[a-z]{2,3}$/, 'A language is a code such as "en" or "kn".');
export type LanguageCode = z.infer<typeof languageCode>;

/** The script a customer types in: the language's own, or romanized. */
export const scriptKind = z.enum(['native', 'latin']);
export type ScriptKind = z.infer<typeof scriptKind>;

/** One text in several languages. An absent or empty language is a "missing translation" issue, and falls back at run time. */
export const localizedText = z.record(languageCode, z.string());
export type LocalizedText = Readonly<z.infer<typeof localizedText>>;
