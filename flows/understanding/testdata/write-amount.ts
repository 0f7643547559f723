import fc from 'fast-check';
import type { LanguagePack, NumberWords } from '@/prompts/language-pack';
import { learnFractionEndings } from '../numbers/fraction-endings';

/** An amount as a customer may write it, and the rupees that it means. */
export type WrittenAmount = Readonly<{ text: string; rupees: number }>;

type Script = 'native' | 'latin';

/** Amounts in digits: Indian commas, currency before or after, "/-", native digits. */
export function digitsArbitrary(pack: LanguagePack): fc.Arbitrary<WrittenAmount> {
  const currency = [...pack.numbers.currency, 'rs', '₹'];
  return fc
    .record({
      rupees: rupeesArbitrary,
      before: fc.constantFrom('₹', '₹ ', 'Rs ', 'Rs. ', 'rs.', 'INR ', ''),
      after: fc.constantFrom('', '/-', ...currency.map((word) => ` ${word}`)),
      isNative: fc.boolean(),
    })
    .map(({ rupees, before, after, isNative }) => {
      const digits = rupees.toLocaleString('en-IN');
      return { text: before + (isNative ? toNativeDigits(digits, pack) : digits) + after, rupees };
    });
}

/** "80L", "1.5 cr", "2.75 करोड़": digits with at most two decimals and one magnitude, glued or not. */
export function decimalArbitrary(pack: LanguagePack, english: LanguagePack): fc.Arbitrary<WrittenAmount> {
  const units = [pack, english].flatMap(({ numbers, lexicon }) =>
    magnitudesOf(numbers).filter(({ word }) => !lexicon.concepts.year?.includes(word)),
  );
  return fc
    .record({
      hundredths: fc.integer({ min: 100, max: 99_999 }),
      unit: fc.constantFrom(...units),
      gap: fc.constantFrom('', ' '),
    })
    .map(({ hundredths, unit, gap }) => ({
      text: `${hundredths / 100}${gap}${unit.word}`,
      rupees: Math.round((hundredths * unit.value) / 100),
    }))
    .filter(({ rupees }) => rupees >= LEAST && rupees <= MOST);
}

/**
 * "2 crore 35 lakh 40 thousand 5 hundred": each number in digits or in words, magnitudes in words, the last one perhaps
 * with a case ending.
 */
export function wordsArbitrary(pack: LanguagePack, script: Script): fc.Arbitrary<WrittenAmount> {
  return fc
    .record({ rupees: rupeesArbitrary, choices: fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }) })
    .map(({ rupees, choices }) => writeInWords(rupees, new Speller(pack, script, choices)))
    .filter(({ rupees, text }) => rupees >= LEAST && !text.includes(UNKNOWN));
}

function writeInWords(rupees: number, speller: Speller): WrittenAmount {
  const groups: string[] = [];
  let rest = rupees;
  for (const unit of [CRORE, LAKH, THOUSAND]) {
    const count = Math.floor(rest / unit);
    rest -= count * unit;
    if (count > 0) groups.push(`${speller.count(count)} ${speller.magnitude(unit, rest === 0)}`);
  }
  // Below a thousand only hundreds are said: after "5 lakh", 50 means 50 thousand.
  const hundreds = Math.floor(rest / 100);
  if (hundreds > 0) groups.push(speller.hundreds(hundreds));
  return { text: groups.join(' '), rupees: rupees - (rest % 100) };
}

/** डेढ़ करोड़, ಎರಡೂವರೆ ಲಕ್ಷ, ఒకటింపావు కోటి: a listed fraction, or a prefix before a number, of a magnitude. */
export function fractionArbitrary(pack: LanguagePack, script: Script): fc.Arbitrary<WrittenAmount> {
  const { numbers } = pack;
  const listed = Object.entries(numbers.fractions).flatMap(([value, words]) =>
    words.map((word) => ({ word, value: Number(value) })),
  );
  const joined = learnFractionEndings(numbers.fractions, numbers.words).flatMap(({ rest, end, fraction }) =>
    Object.entries(numbers.words).flatMap(([value, words]) =>
      // Later ones may be inflected: "at six" has no half joined to it.
      words
        .slice(0, 1)
        .filter((word) => Number(value) > 0 && word.endsWith(end) && isIn('latin', word) === isIn('latin', rest))
        .map((word) => ({ word: word.slice(0, word.length - end.length) + rest, value: Number(value) + fraction })),
    ),
  );
  const isNoFraction = (word: string): boolean => !listed.some((fraction) => fraction.word === word);
  const prefixed = Object.entries(numbers.prefixFractions).flatMap(([delta, prefixes]) =>
    prefixes.filter(isNoFraction).flatMap((prefix) =>
      Object.entries(numbers.words)
        .filter(([value]) => Number(value) >= 3)
        .flatMap(([value, words]) =>
          words.map((word) => ({ word: `${prefix} ${word}`, value: Number(value) + Number(delta) })),
        ),
    ),
  );
  const fractions = [...listed, ...joined, ...prefixed].filter(
    ({ word }) => word.split(' ').every((part) => isIn(script, part)) && !isAmbiguous(word, numbers),
  );
  const magnitudes = magnitudesOf(numbers).filter(({ word }) => isIn(script, word) && !isAmbiguous(word, numbers));
  if (fractions.length === 0 || magnitudes.length === 0) return fc.constant({ text: '1 lakh', rupees: LAKH });
  return fc
    .record({ fraction: fc.constantFrom(...fractions), magnitude: fc.constantFrom(...magnitudes) })
    .map(({ fraction, magnitude }) => ({
      text: `${fraction.word} ${magnitude.word}`,
      rupees: Math.round(fraction.value * magnitude.value),
    }));
}

export const LEAST = 1000;
export const MOST = 99_99_99_99_999;
const THOUSAND = 1000;
const LAKH = 100_000;
const CRORE = 10_000_000;

/** Of every order of magnitude alike, and often round. */
export const rupeesArbitrary: fc.Arbitrary<number> = fc
  .record({
    digits: fc.integer({ min: 4, max: 11 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    zeros: fc.nat(9),
  })
  .map(({ digits, share, zeros }) => {
    const raw = Math.floor(10 ** (digits - 1) * (1 + 9 * share));
    const unit = 10 ** Math.min(zeros, digits - 1);
    return Math.min(MOST, Math.max(LEAST, Math.floor(raw / unit) * unit));
  });

function magnitudesOf(numbers: NumberWords): readonly { word: string; value: number }[] {
  return [THOUSAND, LAKH, CRORE].flatMap((value) =>
    (numbers.magnitudes[String(value)] ?? []).map((word) => ({ word: word.replace(/\*$/, ''), value })),
  );
}

const UNKNOWN = '?'; // a number that the language lists in the other script only

/** Spells the parts of an amount, each with the next of the choices. */
class Speller {
  private next = 0;

  constructor(
    private readonly pack: LanguagePack,
    private readonly script: Script,
    private readonly choices: readonly number[],
  ) {}

  /** A number of lakhs or crores, up to 9,999. */
  count(value: number): string {
    if (this.choose(2) === 0)
      return value.toLocaleString(this.choose(2) === 0 ? 'en-IN' : 'en', { useGrouping: value > 999 });
    const thousands = Math.floor(value / THOUSAND);
    const hundreds = Math.floor((value % THOUSAND) / 100);
    const parts = [
      thousands > 0 ? `${this.small(thousands)} ${this.magnitude(THOUSAND, false)}` : '',
      hundreds > 0 ? this.hundreds(hundreds) : '',
      value % 100 > 0 ? this.small(value % 100) : '',
    ];
    return parts.filter((part) => part !== '').join(' ');
  }

  /** 100 to 900. */
  hundreds(count: number): string {
    const { hundreds } = this.pack.numbers;
    const fused = this.pick(hundreds[String(count * 100)] ?? []);
    if (fused !== null) return fused;
    return `${this.small(count)} ${this.pick(hundreds['100'] ?? []) ?? UNKNOWN}`;
  }

  magnitude(unit: number, isLast: boolean): string {
    const { numbers, lexicon } = this.pack;
    const words = (numbers.magnitudes[String(unit)] ?? []).filter((word) => !isAmbiguous(word, numbers));
    const word = this.pick(words) ?? UNKNOWN;
    const mayBend = word.endsWith('*') && isLast && this.script === 'native';
    const ending = mayBend ? this.pick(lexicon.suffixes) : null;
    return word.replace(/\*$/, '') + (ending ?? '');
  }

  /** 1 to 99. */
  private small(value: number): string {
    const whole = this.word(value);
    if (whole !== null) return whole;
    return `${this.word(value - (value % 10)) ?? UNKNOWN} ${this.word(value % 10) ?? UNKNOWN}`;
  }

  private word(value: number): string | null {
    return this.pick(this.pack.numbers.words[String(value)] ?? []);
  }

  private pick(words: readonly string[]): string | null {
    const own = words.filter((word) => isIn(this.script, word.replace(/\*$/, '')));
    return own[this.choose(own.length)] ?? null;
  }

  private choose(count: number): number {
    return count === 0 ? 0 : (this.choices[this.next++ % this.choices.length] ?? 0) % count;
  }
}

/** Words of one token only: "छ:" and "aayiram rubai" are found by their parts. */
function isIn(script: Script, word: string): boolean {
  if (!/^[\p{L}\p{M}]+$/u.test(word)) return false;
  return /^[a-z ]+$/.test(word) === (script === 'latin');
}

function isAmbiguous(phrase: string, numbers: NumberWords): boolean {
  return phrase.split(' ').some((word) => numbers.ambiguous.includes(word));
}

function toNativeDigits(text: string, pack: LanguagePack): string {
  const first = pack.script.ranges[0]?.[0];
  const block = first === undefined ? 0 : Number.parseInt(first, 16);
  if (block < 0x900) return text;
  return text.replace(/\d/g, (digit) => String.fromCharCode((block & ~0x7f) + FIRST_DIGIT + Number(digit)));
}

const FIRST_DIGIT = 0x66; // of each Indian block
