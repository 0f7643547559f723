import { languageFolders } from './generated/languages';
import type { LanguagePack } from './language-pack';
import { parseLanguage } from './parse-language';

/** Every language that has a folder, by code. A broken file fails the start and names the language and the field. */
export const languages: Readonly<Record<string, LanguagePack>> = Object.fromEntries(
  Object.entries(languageFolders).map(([code, folder]) => [code, parseLanguage(code, folder)]),
);
