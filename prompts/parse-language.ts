import { z } from 'zod';
import { type LanguagePack, languageFile, languagePack } from './language-pack';

/** The pack of one language folder, from its JSON files by name. A broken file fails and names the language and the field. */
export function parseLanguage(code: string, folder: unknown): LanguagePack {
  const { language, ...files } = z.looseObject({ language: languageFile }).parse(folder);
  const pack = languagePack.safeParse({ ...language, ...files });
  if (!pack.success) throw new Error(`prompts/languages/${code} is not valid: ${z.prettifyError(pack.error)}`);
  if (pack.data.code !== code) {
    throw new Error(`prompts/languages/${code}/language.json says it is "${pack.data.code}".`);
  }
  return pack.data;
}
