import { passesLuhn, passesVerhoeff } from './check-digits';
import { foldDigits } from './normalize';

export type SensitiveNumber = Readonly<{
  kind: 'aadhaar' | 'pan' | 'card' | 'account';
  start: number;
  end: number;
}>;

/**
 * Identity, card and account numbers in a text, as UTF-16 offsets. Aadhaar is recognised by its Verhoeff check digit
 * (UIDAI) or by its mask, a card by Luhn (ISO/IEC 7812), a PAN by its letters (Income Tax Department), an account number
 * only beside a word for account, which `isAccountCue` knows, or an IFSC (Reserve Bank of India).
 */
export function findSensitiveNumbers(
  text: string,
  isAccountCue: (words: string) => boolean,
): readonly SensitiveNumber[] {
  if (text.length < SHORTEST || !HAS_DIGITS.test(text)) return [];
  const folded = foldDigits(text);
  const found: SensitiveNumber[] = [];
  for (const match of folded.matchAll(PAN)) if (isPan(match, folded, isAccountCue)) found.push(spanOf('pan', match));
  for (const match of folded.matchAll(MASKED)) found.push(spanOf('aadhaar', match));
  const branches = [...folded.matchAll(IFSC)];
  for (const match of branches) found.push(spanOf('account', match));
  for (const match of folded.matchAll(LONG_NUMBER)) {
    const hasCue = (): boolean => branches.length > 0 || isBesideCue(match, folded, isAccountCue);
    const kind = kindOf(match[0], hasCue);
    if (kind !== null) found.push(spanOf(kind, match));
  }
  return withoutOverlaps(found.sort((left, right) => left.start - right.start));
}

const SHORTEST = 9;
const HAS_DIGITS = /\p{Nd}/u;
// Three letters, the kind of holder, a letter, four digits, a letter; people set spaces or dashes between.
const PAN = /(?<![\p{L}\d])[a-z]{3}[abcfghjlpt][a-z]([ -]?)\d{4}([ -]?)[a-z](?![\p{L}\d])/giu;
const MASKED = /(?<![\p{L}\d])(?:[x*•]{4}[ -]?){2,3}\d{4}(?!\d)/giu;
// Four letters of the bank, a zero, six of the branch, of which two are digits: "flat0number" is none.
const IFSC = /(?<![\p{L}\d])[a-z]{4}0(?=[a-z]*\d[a-z]*\d)[a-z0-9]{6}(?![\p{L}\d])/giu;
// Not after "+": that is a telephone number with its country.
const LONG_NUMBER = /(?<![\d₹+])(?:\d[ ./\u2010-\u2015-]{0,3}){8,18}\d(?!\d)/gu;
const CUE_REACH = 32; // characters before a number in which "account no." must stand
const CUE_REACH_AFTER = 20;
const CUE_REACH_OF_MOBILE = 20; // what looks like a mobile number is one, unless "account" stands close

/** Set apart or in small letters it may be two words and a number ("villa 2400 s"): then a word for PAN must come before. */
function isPan(match: RegExpExecArray, text: string, isAccountCue: (words: string) => boolean): boolean {
  const isWhole = match[1] === '' && match[2] === '';
  const isUpper = match[0] === match[0].toUpperCase();
  return isWhole || isUpper || isAccountCue(wordsBefore(text, match.index, CUE_REACH));
}

function isBesideCue(match: RegExpExecArray, text: string, isAccountCue: (words: string) => boolean): boolean {
  const isMobile = /^(?:0|91)?[6-9]\d{9}$/.test(digitsOf(match[0]));
  if (isAccountCue(wordsBefore(text, match.index, isMobile ? CUE_REACH_OF_MOBILE : CUE_REACH))) return true;
  const end = match.index + match[0].length;
  return !isMobile && isAccountCue(text.slice(end, end + CUE_REACH_AFTER));
}

function kindOf(raw: string, hasAccountCue: () => boolean): SensitiveNumber['kind'] | null {
  const digits = digitsOf(raw);
  const isAadhaar = digits.length === 12 && /^[2-9]/.test(digits) && passesVerhoeff(digits);
  if (isAadhaar && isOneNumber(raw, 4)) return 'aadhaar';
  const isCard = digits.length >= 13 && digits.length <= 19 && /^[3-6]/.test(digits) && passesLuhn(digits);
  if (isCard && isOneNumber(raw, 6)) return 'card';
  if (digits.length >= 9 && digits.length <= 18 && hasAccountCue()) return 'account';
  return null;
}

/** In one piece, or in short groups: "250000 350000" is two amounts. */
function isOneNumber(raw: string, longestGroup: number): boolean {
  const groups = raw.split(/\D+/);
  return groups.length === 1 || groups.every((group) => group.length <= longestGroup);
}

function digitsOf(raw: string): string {
  return raw.replace(/\D/g, '');
}

function withoutOverlaps(found: readonly SensitiveNumber[]): readonly SensitiveNumber[] {
  const kept: SensitiveNumber[] = [];
  for (const number of found) if (number.start >= (kept[kept.length - 1]?.end ?? 0)) kept.push(number);
  return kept;
}

function spanOf(kind: SensitiveNumber['kind'], match: RegExpExecArray): SensitiveNumber {
  return { kind, start: match.index, end: match.index + match[0].length };
}

function wordsBefore(text: string, index: number, reach: number): string {
  return text.slice(Math.max(0, index - reach), index);
}
