import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import { foldDigits } from '@/flows/understanding/normalize';

export type ReadPhone =
  | { readonly ok: true /** E.164 with +. */; readonly phone: string }
  | { readonly ok: false; readonly code: 'phone.missing' | 'phone.lossy' | 'phone.invalid' };

/**
 * The mobile number that a cell holds, however people and spreadsheets write it: ten digits, with 0, 91, +91 or 0091 before
 * them, with blanks, dashes and brackets, in any script's digits, as 9845012345.0. A number that a spreadsheet has rounded
 * (9.19845E+11) is told from one that is only written so.
 */
export function readPhone(cell: string, country: string): ReadPhone {
  const text = foldDigits(cell)
    .replace(/^['’\s]+|[\s\p{Cf}]+/gu, (found) => (found.trim() === '' ? ' ' : ''))
    .trim();
  if (text === '' || text === '-') return { ok: false, code: 'phone.missing' };
  const whole = writtenOut(text);
  if (whole === null) return { ok: false, code: 'phone.lossy' };
  const home: CountryCode = isSupportedCountry(country) ? country : 'IN';
  const digits = whole.replace(/\D/g, '');
  const inOtherWords = [whole, ...(digits.length > 10 ? [`+${digits.replace(/^00/, '')}`] : [])];
  for (const written of inOtherWords) {
    const number = parsePhoneNumberFromString(written, home);
    if (number?.isValid() && /^[\d\s()+./-]+$/.test(written)) return { ok: true, phone: number.number };
  }
  return { ok: false, code: 'phone.invalid' };
}

/** A number without its exponent or its empty decimals; null where digits are gone. */
function writtenOut(text: string): string | null {
  const [, first, rest, exponent] = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i.exec(text) ?? [];
  if (first === undefined) return text.replace(/^(\d{7,})[.,]0+$/, '$1');
  const missing = Number(exponent) - (rest ?? '').length;
  return missing === 0 ? `${first}${rest ?? ''}` : null;
}
