import { fill, sayNumber, sayWhole } from './say-number';
import type { SpokenWords } from './spoken-words';

/** "₹80 lakh", "Rs. 5,000.50" and "₹35,000" as money. */
export function sayRupees(text: string, { words, signs, magnitudes }: SpokenWords): string {
  const sign = String.raw`(?:₹|(?<![\p{L}\p{M}])(?:${signs})\.?)`;
  const amount = new RegExp(String.raw`(-?)${sign}\s*(${NUMBER})(?:(\s*)(${WORD}))?`, 'giu');
  return text.replace(amount, (_, minus: string, digits: string, space = '', word = '') => {
    const value = numberOf(digits);
    const before = minus === '' ? '' : `${words.minus} `;
    const worth = magnitudes.get(word.toLowerCase());
    if (worth !== undefined) return before + sayMoney(value * worth, words);
    // A magnitude with an ending ("ಲಕ್ಷದವರೆಗೆ") stays as it is written: the amount is clear without the currency.
    if (beginsWithMagnitude(word, magnitudes)) return `${before}${sayNumber(value, words, 'beforeNoun')} ${word}`;
    return before + sayMoney(value, words) + space + word;
  });
}

/** "10.5%" and "10.5 %". */
export function sayPercents(text: string, { words }: SpokenWords): string {
  return text.replace(new RegExp(String.raw`(${NUMBER})\s*%`, 'gu'), (_, digits: string) =>
    fill(words.percent, sayNumber(numberOf(digits), words, 'beforeNoun')),
  );
}

/** "5–10" as "five to ten"; a currency before the first is said after the last. */
export function sayRanges(text: string, { words, signs }: SpokenWords): string {
  const sign = String.raw`(?:₹|(?<![\p{L}\p{M}])(?:${signs})\.?)`;
  const range = new RegExp(
    String.raw`(${sign}\s*)?(?<![\d.,–—-])(${NUMBER}%?)\s?[-–—]\s?(${sign}\s*)?(${NUMBER})(?![\d–—-])`,
    'giu',
  );
  return text.replace(range, (_, first = '', from: string, second = '', to: string) =>
    second === '' ? `${from}${words.range}${first}${to}` : `${first}${from}${words.range}${second}${to}`,
  );
}

/** Every other number. What is part of a name ("Form16") stays as it is written. */
export function sayNumbers(text: string, { words }: SpokenWords): string {
  const number = new RegExp(String.raw`(?<![\p{L}\p{M}\d.])(${NUMBER})(?![A-Za-z\d])(?:(\s+)(${WORD}))?`, 'gu');
  return text.replace(number, (_, digits: string, space = '', word = '') => {
    const isCounted = word !== '' && word !== words.range.trim();
    return sayNumber(numberOf(digits), words, isCounted ? 'beforeNoun' : 'last') + space + word;
  });
}

/** With commas and a point. */
const NUMBER = String.raw`\d+(?:,\d{2,3})*(?:\.\d+)?`;
const WORD = String.raw`\p{L}[\p{L}\p{M}\u200c\u200d]*`;
/** From here on paise are lost; it is nobody's loan. */
const TOO_LARGE = 1e13;

function sayMoney(value: number, words: SpokenWords['words']): string {
  if (value >= TOO_LARGE) return fill(words.rupee.many, String(value));
  const paise = Math.round(value * 100);
  const whole = Math.floor(paise / 100);
  const rest = paise % 100;
  const rupees = sayUnits(whole, words.rupee, words);
  if (rest === 0) return rupees;
  const small = sayUnits(rest, words.paisa, words);
  return whole === 0 ? small : `${rupees} ${small}`;
}

function sayUnits(count: number, unit: SpokenWords['words']['rupee'], words: SpokenWords['words']): string {
  return count === 1 ? unit.one : fill(unit.many, sayWhole(count, words, 'beforeNoun'));
}

function numberOf(digits: string): number {
  return Number(digits.replaceAll(',', ''));
}

function beginsWithMagnitude(word: string, magnitudes: ReadonlyMap<string, number>): boolean {
  const written = word.toLowerCase();
  return [...magnitudes.keys()].some((magnitude) => magnitude.length > 2 && written.startsWith(magnitude));
}
