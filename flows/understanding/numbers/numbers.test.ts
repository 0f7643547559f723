import { toCardinal as en } from 'n2words/en-IN';
import { toCardinal as hi } from 'n2words/hi-IN';
import { toCardinal as kn } from 'n2words/kn-IN';
import { toCardinal as ta } from 'n2words/ta-IN';
import { toCardinal as te } from 'n2words/te-IN';
import { describe, expect, it } from 'vitest';
import { languages } from '@/prompts/load-languages';
import { tokenize } from '../normalize';
import { NumberLexicon } from './number-words';
import { createNumberReader } from './numbers';

const values = [
  ...Array.from({ length: 99 }, (_, index) => index + 1),
  ...[100, 101, 110, 125, 150, 175, 199, 200, 250, 300, 345, 400, 500, 600, 700, 750, 800, 900, 999, 1000, 1500, 2500],
  ...[
    7500, 10_000, 12_500, 25_000, 50_000, 99_000, 100_000, 125_000, 150_000, 750_000, 1_000_000, 2_500_000, 8_000_000,
  ],
  ...[9_900_000, 10_000_000, 12_500_000, 15_000_000, 35_000_000, 100_000_000, 123_456_789, 9_876_543, 4_321_098],
];

describe('number words', () => {
  // An independent generator of number words is the oracle.
  it.each(Object.entries({ en, hi, kn, ta, te }))('of %s are read back to the number', (language, toWords) => {
    const pack = languages[language];
    if (pack === undefined) throw new Error(`${language} is not loaded`);
    const reader = createNumberReader([new NumberLexicon(pack.numbers)], []);
    const misread = values.filter((value) => {
      const spans = reader.read(tokenize(toWords(value)), () => false);
      return spans.length !== 1 || spans[0]?.value !== value;
    });
    // "one", "two" and "ten" alone are ordinary English words.
    expect(misread).toEqual(language === 'en' ? [1, 2, 10] : []);
  });
});
