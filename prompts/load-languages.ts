import { z } from 'zod';
import { languageFolders } from './generated/languages';
import { type LanguagePack, languageFile, languagePack } from './language-pack';

/** Every language that has a folder, by code. A broken file fails the start and names the language and the field. */
export const languages: Readonly<Record<string, LanguagePack>> = loadLanguages(languageFolders);

function loadLanguages(folders: Readonly<Record<string, unknown>>): Record<string, LanguagePack> {
  return Object.fromEntries(Object.entries(folders).map(([code, folder]) => [code, loadLanguage(code, folder)]));
}

function loadLanguage(code: string, folder: unknown): LanguagePack {
  const { language, ...files } = z.looseObject({ language: languageFile }).parse(folder);
  const pack = languagePack.safeParse({ ...language, ...files });
  if (!pack.success) throw new Error(`prompts/languages/${code} is not valid: ${z.prettifyError(pack.error)}`);
  if (pack.data.code !== code)
    throw new Error(`prompts/languages/${code}/language.json says it is "${pack.data.code}".`);
  return pack.data;
}
