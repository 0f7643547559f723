import fc from 'fast-check';
import type { LanguagePack } from '@/prompts/language-pack';
import { passesLuhn, passesVerhoeff } from '../check-digits';
import type { SensitiveNumber } from '../sensitive-numbers';

/** A message with a sensitive number in it, as it may be written. */
export type Disclosure = Readonly<{ text: string; number: string; kind: SensitiveNumber['kind'] }>;

/** Aadhaar, card, PAN and account numbers between words of the language, in its own digits or not. */
export function disclosureArbitrary(pack: LanguagePack): fc.Arbitrary<Disclosure> {
  const words = fc.constantFrom(
    '',
    ...Object.values(pack.lexicon.concepts)
      .flatMap((all) => all.slice(0, 2))
      .map(bare),
  );
  const written = fc.oneof(aadhaarArbitrary, cardArbitrary, panArbitrary);
  const alone = fc
    .record({ before: words, written, after: words, isNative: fc.boolean() })
    .map(({ before, written: { number, kind }, after, isNative }) => {
      const typed = isNative && kind !== 'pan' ? toNativeDigits(number, pack) : number;
      return { text: `${before} ${typed} ${after}`.trim(), number: typed, kind };
    });
  return fc.oneof(alone, accountArbitrary(pack));
}

const aadhaarArbitrary = fc
  .record({
    body: fc.stringMatching(/^[2-9]\d{10}$/),
    gap: fc.constantFrom('', ' ', '-', ' - ', '.'),
  })
  .map(({ body, gap }) => ({ number: grouped(withCheckDigit(body, passesVerhoeff), gap), kind: 'aadhaar' as const }));

const cardArbitrary = fc
  .record({ body: fc.stringMatching(/^[3-6]\d{14}$/), gap: fc.constantFrom('', ' ', '-') })
  .map(({ body, gap }) => ({ number: grouped(withCheckDigit(body, passesLuhn), gap), kind: 'card' as const }));

const panArbitrary = fc
  .record({
    letters: fc.stringMatching(/^[A-Z]{3}[ABCFGHJLPT][A-Z]$/),
    digits: fc.stringMatching(/^\d{4}$/),
    last: fc.stringMatching(/^[A-Z]$/),
    gap: fc.constantFrom('', ' ', '-'),
    isLower: fc.boolean(),
  })
  .map(({ letters, digits, last, gap, isLower }) => {
    const number = [letters, digits, last].join(gap);
    return { number: isLower ? `pan ${number.toLowerCase()}` : number, kind: 'pan' as const };
  });

function accountArbitrary(pack: LanguagePack): fc.Arbitrary<Disclosure> {
  const cues = (pack.lexicon.cues.account ?? []).map(bare);
  return fc
    .record({ cue: fc.constantFrom('account number', ...cues), number: fc.stringMatching(/^\d{11,16}$/) })
    .map(({ cue, number }) => ({ text: `${cue} ${number}`, number, kind: 'account' }));
}

function withCheckDigit(body: string, passes: (digits: string) => boolean): string {
  const check = [...'0123456789'].find((digit) => passes(body + digit)) ?? '0';
  return body + check;
}

function grouped(digits: string, gap: string): string {
  return (digits.match(/\d{1,4}/g) ?? []).join(gap);
}

function bare(entry: string): string {
  return entry.replace(/\*$/, '');
}

function toNativeDigits(text: string, pack: LanguagePack): string {
  const block = Number.parseInt(pack.script.ranges[0]?.[0] ?? '0', 16) & ~0x7f;
  if (block < 0x900) return text;
  return text.replace(/\d/g, (digit) => String.fromCharCode(block + FIRST_DIGIT + Number(digit)));
}

const FIRST_DIGIT = 0x66; // of each Indian block
