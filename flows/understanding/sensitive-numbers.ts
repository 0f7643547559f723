import { foldDigits } from './normalize';

export type SensitiveNumber = Readonly<{
  kind: 'aadhaar' | 'pan' | 'card' | 'account';
  start: number;
  end: number;
}>;

/**
 * Identity, card and account numbers in a text, as UTF-16 offsets. Aadhaar is recognised by its Verhoeff check digit
 * (UIDAI), a card by Luhn (ISO/IEC 7812), a PAN by its letters (Income Tax Department), an account number only after a
 * word for account, which `isAccountCue` knows.
 */
export function findSensitiveNumbers(
  text: string,
  isAccountCue: (words: string) => boolean,
): readonly SensitiveNumber[] {
  if (text.length < SHORTEST) return [];
  const folded = foldDigits(text);
  const found: SensitiveNumber[] = [];
  for (const match of folded.matchAll(PAN)) found.push(spanOf('pan', match));
  for (const match of folded.matchAll(LONG_NUMBER)) {
    const kind = kindOf(match[0].replace(/\D/g, ''), () => isAccountCue(wordsBefore(folded, match.index)));
    if (kind !== null) found.push(spanOf(kind, match));
  }
  return found.sort((left, right) => left.start - right.start);
}

const SHORTEST = 9;
// Three letters, the kind of holder, a letter, four digits, a letter.
const PAN = /(?<![\p{L}\d])[A-Za-z]{3}[ABCFGHJLPTabcfghjlpt][A-Za-z]\d{4}[A-Za-z](?![\p{L}\d])/gu;
const LONG_NUMBER = /(?<![\d₹])(?:\d[ -]?){8,18}\d(?![\d])/g;
const CUE_REACH = 32; // characters before a number in which "account no." must stand

function kindOf(digits: string, hasAccountCue: () => boolean): SensitiveNumber['kind'] | null {
  if (digits.length === 12 && /^[2-9]/.test(digits) && passesVerhoeff(digits)) return 'aadhaar';
  if (digits.length >= 13 && digits.length <= 19 && /^[3-6]/.test(digits) && passesLuhn(digits)) return 'card';
  if (digits.length >= 9 && digits.length <= 18 && hasAccountCue()) return 'account';
  return null;
}

function spanOf(kind: SensitiveNumber['kind'], match: RegExpExecArray): SensitiveNumber {
  return { kind, start: match.index, end: match.index + match[0].length };
}

function wordsBefore(text: string, index: number): string {
  return text.slice(Math.max(0, index - CUE_REACH), index);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighted = index % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

// The dihedral group D5 and the position permutation of Verhoeff's scheme.
const MULTIPLICATION = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const PERMUTATION = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

function passesVerhoeff(digits: string): boolean {
  let check = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const permuted = Number(PERMUTATION[index % 8]?.[digit] ?? 0);
    check = Number(MULTIPLICATION[check]?.[permuted] ?? 0);
  }
  return check === 0;
}
