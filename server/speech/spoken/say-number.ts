import type { NumberPart, SpokenLanguage } from '@/prompts/spoken-language';

/** Where a number stands: by itself, or before what is counted, which changes its form in some languages. */
export type NumberPlace = 'last' | 'beforeNoun';

/** A whole number from 0 on in words, in lakh and crore. */
export function sayWhole(value: number, words: SpokenLanguage, place: NumberPlace): string {
  const rest = value % HUNDRED;
  const parts = [
    ...magnitudePart(Math.floor(value / CRORE), words.crore, words),
    ...magnitudePart(Math.floor(value / LAKH) % HUNDRED, words.lakh, words),
    ...magnitudePart(Math.floor(value / THOUSAND) % HUNDRED, words.thousand, words),
    ...hundredsPart(Math.floor(value / HUNDRED) % 10, words),
  ];
  const spoken = parts.map((part, at) => formOf(part, at < parts.length - 1 || rest > 0 ? 'joined' : place));
  if (rest === 0 && parts.length > 0) return spoken.join(' ');
  const before = parts.length > 0 && words.beforeRest !== undefined ? [words.beforeRest] : [];
  return [...spoken, ...before, sayBelowHundred(rest, words, place)].join(' ');
}

/** A number with what follows its point, digit by digit: "ten point five", or "and a half" where people say that. */
export function sayNumber(value: number, words: SpokenLanguage, place: NumberPlace): string {
  const sign = value < 0 ? `${words.minus} ` : '';
  const size = Math.abs(value);
  const whole = Math.floor(size);
  const decimals = String(size).split('.')[1] ?? '';
  if (decimals === '') return sign + sayWhole(whole, words, place);
  if (decimals === '5') {
    const half = sayHalf(whole, words);
    if (half !== undefined) return sign + half;
  }
  return `${sign}${sayWhole(whole, words, 'last')} ${words.point} ${sayDigits(decimals, words)}`;
}

/** "Ten and a half" in one word, if the language has one for it. */
export function sayHalf(whole: number, { half, numbers }: SpokenLanguage): string | undefined {
  if (half === undefined || whole > half.most) return;
  const number = numbers[whole];
  return half.exact[String(whole)] ?? (number === undefined ? undefined : fill(half.other, number));
}

/** Each digit by itself, as telephone numbers are said. */
export function sayDigits(digits: string, words: SpokenLanguage): string {
  return [...digits].map((digit) => words.numbers[Number(digit)] ?? digit).join(' ');
}

/** Puts words where {n} stands; `{n-x}` takes them without their ending x. */
export function fill(pattern: string, number: string): string {
  return pattern.replace(/\{n(?:-([^}]+))?\}/, (_, ending: string | undefined) =>
    ending !== undefined && number.endsWith(ending) ? number.slice(0, -ending.length) : number,
  );
}

const HUNDRED = 100;
const THOUSAND = 1_000;
const LAKH = 100_000;
const CRORE = 10_000_000;

function magnitudePart(count: number, { one, many }: SpokenLanguage['lakh'], words: SpokenLanguage): NumberPart[] {
  if (count === 0) return [];
  if (count === 1) return [one];
  const filled = (pattern: string) =>
    fill(pattern, pattern.includes('{n}') ? sayWhole(count, words, 'beforeNoun') : sayWhole(count, words, 'last'));
  const { last, joined = last, beforeNoun = last } = many;
  return [{ last: filled(last), joined: filled(joined), beforeNoun: filled(beforeNoun) }];
}

function hundredsPart(count: number, { hundreds }: SpokenLanguage): NumberPart[] {
  const part = hundreds[count - 1];
  return part === undefined ? [] : [part];
}

function formOf(part: NumberPart, form: NumberPlace | 'joined'): string {
  return part[form] ?? part.last;
}

function sayBelowHundred(value: number, { numbers, adjectives }: SpokenLanguage, place: NumberPlace): string {
  const adjective = place === 'beforeNoun' ? adjectives[String(value)] : undefined;
  return adjective ?? numbers[value] ?? String(value);
}
