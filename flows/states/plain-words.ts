import { foldDigits } from '../understanding/normalize';

/** Letters, digits (of any script as 0–9) and combining marks, in small letters, with single spaces: to compare wordings. */
export function plainWords(text: string): string {
  return foldDigits(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
