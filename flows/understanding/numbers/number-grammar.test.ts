import fc from 'fast-check';
import { toCardinal as en } from 'n2words/en-IN';
import { toCardinal as hi } from 'n2words/hi-IN';
import { toCardinal as kn } from 'n2words/kn-IN';
import { toCardinal as ta } from 'n2words/ta-IN';
import { toCardinal as te } from 'n2words/te-IN';
import { describe, expect, it } from 'vitest';
import { languages } from '@/prompts/load-languages';
import { tokenize } from '../normalize';
import { createTextReader } from '../read-text';
import { slotsOf } from '../testdata/reader';
import {
  decimalArbitrary,
  digitsArbitrary,
  fractionArbitrary,
  rupeesArbitrary,
  type WrittenAmount,
  wordsArbitrary,
} from '../testdata/write-amount';

const readText = createTextReader(Object.values(languages));
const codes = ['en', 'hi', 'kn', 'ta', 'te'] as const;
const scripts = ['native', 'latin'] as const;
const cardinals = { en, hi, kn, ta, te };

function packOf(code: (typeof codes)[number]) {
  const pack = languages[code];
  if (pack === undefined) throw new Error(`${code} is not loaded`);
  return pack;
}

function rupeesIn(text: string, code: string): readonly number[] {
  return readText(text, tokenize(text), code).amounts.map(({ value }) => value);
}

function expectReadBack(written: fc.Arbitrary<WrittenAmount>, code: string): void {
  fc.assert(
    fc.property(written, ({ text, rupees }) => {
      expect(rupeesIn(text, code)).toEqual([rupees]);
    }),
    { numRuns: RUNS },
  );
}

const RUNS = 400;

/** One, two and ten are ordinary words too where nothing follows. */
function isLoose(rupees: number): boolean {
  return [1, 2, 10].includes(rupees % 100);
}

describe('an amount that was asked for', () => {
  it.each(codes)('in %s fills its slot and no other', (code) => {
    const pack = packOf(code);
    const written = fc.oneof(
      digitsArbitrary(pack),
      decimalArbitrary(pack, packOf('en')),
      wordsArbitrary(pack, 'latin'),
    );
    fc.assert(
      fc.property(written, ({ text, rupees }) => {
        expect(slotsOf(text, { language: code, expects: ['current_loans'] })).toEqual({ current_loans: rupees });
      }),
      { numRuns: 200 },
    );
  });
});

describe.each(codes)('an amount in %s is read back', (code) => {
  it('from digits', () => {
    expectReadBack(digitsArbitrary(packOf(code)), code);
  });

  it('from a decimal number and a magnitude, glued or not', () => {
    expectReadBack(decimalArbitrary(packOf(code), packOf('en')), code);
  });

  it.each(scripts.filter((script) => script === 'latin' || code !== 'en'))('from %s words', (script) => {
    expectReadBack(wordsArbitrary(packOf(code), script), code);
  });

  it.each(scripts.filter((script) => script === 'latin' || code !== 'en'))('from %s halves and quarters', (script) => {
    expectReadBack(fractionArbitrary(packOf(code), script), code);
  });

  it('from the formal words of an independent generator', () => {
    const toWords = cardinals[code];
    expectReadBack(
      // From a hundred crore on it speaks of abjas, and after a lakh of single rupees, as nobody does.
      rupeesArbitrary
        .filter((rupees) => rupees < 1_000_000_000)
        .map((rupees) => (Math.floor(rupees / 1000) % 100 === 0 || isLoose(rupees) ? rupees - (rupees % 100) : rupees))
        .map((rupees) => ({ text: toWords(rupees), rupees })),
      code,
    );
  });
});
