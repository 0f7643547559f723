import type { LanguageCode } from './language';

const englishNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** A language's name for a sentence to an author: "kn" is "Kannada". A code without a name stays a code. */
export function languageName(code: LanguageCode): string {
  return /^[a-z]{2,3}$/.test(code) ? (englishNames.of(code) ?? code) : code;
}
