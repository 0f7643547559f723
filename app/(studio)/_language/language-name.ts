import { words } from '@/app/_words/en';

const names: Readonly<Record<string, string>> = words.languages;

/** What a language calls itself ("ಕನ್ನಡ"), or its code when the studio doesn't know it. */
export function languageName(code: string): string {
  return Object.hasOwn(names, code) ? (names[code] ?? code) : code;
}
