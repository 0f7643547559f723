import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import { foldDigits } from '../normalize';
import { distanceBetween, matchesOf, spanOf } from '../read-text';
import type { Extractor, Finding } from './extractor';

/** Reads an email address, a phone number (E.164) and a PIN code. */
export const readContactDetails: Extractor = (reading, context) => [
  ...findEmailsAndPhones(reading.text),
  ...readPincode(reading, context),
];

/** Email addresses and phone numbers of a text; their digits are no amounts. */
export function findEmailsAndPhones(text: string): readonly Finding[] {
  if (text.length < SHORTEST) return [];
  const folded = foldDigits(text);
  const emails = [...folded.matchAll(EMAIL)].map((match): Finding => {
    const span = { start: match.index, end: match.index + match[0].length };
    return { slot: 'email', value: match[0].toLowerCase(), confidence: 0.97, ...span };
  });
  const phones = [...folded.matchAll(PHONE)].flatMap((match): Finding[] => {
    const value = toE164(match[0]);
    const span = { start: match.index, end: match.index + match[0].trimEnd().length };
    const isInEmail = emails.some(({ start, end }) => span.start < end && span.end > start);
    return value === null || isInEmail ? [] : [{ slot: 'phone', value, confidence: 0.95, ...span }];
  });
  return [...emails, ...phones];
}

const SHORTEST = 6;
const EMAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,24}){1,3}/g;
const PHONE = /(?<![\d₹]|\d[,.])(?:\+\d{1,3}[ -]?)?(?:\d[ -]?){8,11}\d(?!\d|[,.]\d)/g;

/** A mobile number of any country, an Indian one also without its country code. Landlines look too much like amounts. */
function toE164(raw: string): string | null {
  const number = parsePhoneNumberFromString(raw, 'IN');
  return number?.isValid() ? number.number : null;
}

const PINCODE_REACH = 3;

/** Six digits beside a word for PIN code or a place, or alone when no amount was asked for. */
const readPincode: Extractor = (reading, { expects }) => {
  const asksAmount = /value|amount|income|emi|loans/.test(expects[0] ?? '');
  for (const [index, token] of reading.tokens.entries()) {
    const next = reading.tokens[index + 1];
    const isSplit = /^[1-9]\d\d$/.test(token.text) && /^\d{3}$/.test(next?.text ?? '') && next?.start === token.end + 1;
    if (token.kind !== 'number' || !(isSplit || /^[1-9]\d{5}$/.test(token.text))) continue;
    const stretch = { from: index, to: index + (isSplit ? 2 : 1) };
    const near = ['pincode', 'city', 'location'].some((group) =>
      matchesOf(reading, group).some((match) => distanceBetween(match, stretch) <= PINCODE_REACH),
    );
    const isAlone = !isSplit && reading.tokens.filter(({ kind }) => kind !== 'mark').length === 1;
    const isAsked = expects.includes('pincode') || expects[0] === 'property_location';
    if (!near && !isAsked && (!isAlone || asksAmount)) continue;
    const value = isSplit ? token.text + (next?.text ?? '') : token.text;
    return [
      {
        slot: 'pincode',
        value,
        confidence: near || isAsked ? 0.93 : 0.6,
        ...spanOf(reading, stretch.from, stretch.to),
      },
    ];
  }
  return [];
};
