import type { LanguagePack } from '@/prompts/language-pack';

/** Whether a letter is of a language's own script. */
export function isInScript(letter: string, { ranges }: LanguagePack['script']): boolean {
  const point = letter.codePointAt(0) ?? 0;
  return ranges.some(([first, last]) => point >= Number.parseInt(first, 16) && point <= Number.parseInt(last, 16));
}

/** The share of a text's letters that are of a script; 1 for a text without letters. */
export function shareInScript(text: string, script: LanguagePack['script']): number {
  const letters = [...text].filter((letter) => LETTER.test(letter));
  return letters.length === 0 ? 1 : letters.filter((letter) => isInScript(letter, script)).length / letters.length;
}

const LETTER = /\p{L}/u;
