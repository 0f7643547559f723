/** One token of a text: `text` is normalised for look-ups, `start` and `end` are UTF-16 offsets into the text as typed. */
export type Token = Readonly<{
  text: string;
  start: number;
  end: number;
  kind: 'word' | 'number' | 'mark';
  /** The value of a number written in digits. */
  value: number;
}>;

/** Splits a text into words, digit numbers and marks. Digits of any Indian script count; spans listed in `hidden` give no token. */
export function tokenize(text: string, hidden: readonly Span[] = []): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of foldDigits(text).matchAll(TOKEN)) {
    const start = match.index;
    const end = start + match[0].length;
    if (hidden.some((span) => start < span.end && end > span.start)) continue;
    tokens.push(toToken(match[0], start, end));
  }
  return tokens;
}

export type Span = Readonly<{ start: number; end: number }>;

/** A word as it is looked up: composed, small letters, without joiners, nukta and drawn-out letters. */
export function normalizeWord(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase().replace(/([a-z])\1{2,}/g, '$1$1');
  const composed = word.toLowerCase().normalize('NFC');
  // Most words have nothing to be made plain, and all the look-ups of the program begin here.
  if (!TO_MAKE_PLAIN.test(composed)) return composed;
  return composed
    .replace(/([a-z])\1{2,}/g, '$1$1')
    .replace(/[\u200b-\u200f\u2060\ufeff]|\ufe0f/g, '')
    .replace(/’/g, "'")
    .replace(/[\u0958-\u095f]/g, (letter) => PRECOMPOSED_NUKTA[letter] ?? letter)
    .replace(/[\u093c\u0cbc]/g, '')
    .replace(/\u0901/g, '\u0902')
    .replace(/[\u0919\u091e\u0923\u0928]\u094d(?=[\u0915-\u0939])|\u092e\u094d(?=[\u092a-\u092d])/g, '\u0902');
}

/** Digits of the Indian scripts as ASCII digits; every other character, and the length, stay as they are. */
export function foldDigits(text: string): string {
  return ASCII.test(text)
    ? text
    : text.replace(INDIC_DIGIT, (digit) => String((digit.charCodeAt(0) & 0x7f) - (FIRST_DIGIT & 0x7f)));
}

// In each Indian block of 128 code points the digits begin at the same place.
const FIRST_DIGIT = 0x0966;
const INDIC_DIGIT = /[\u0966-\u096f\u0be6-\u0bef\u0c66-\u0c6f\u0ce6-\u0cef]/g;
const ASCII = /^\p{ASCII}*$/u;
const TO_MAKE_PLAIN =
  /[a-z\u200b-\u200f\u2060\ufeff’]|\ufe0f|[\u0958-\u095f]|\u093c|\u0cbc|\u0901|[\u0919\u091e\u0923\u0928\u092e]\u094d/;
const TOKEN =
  /\d+(?:,\d{2,3})*(?:\.\d+)?|[\p{L}\p{M}\u200c\u200d]+(?:['’]\p{L}+)*|[₹%?!.,;:/\-–~&+@()\n]|\p{Extended_Pictographic}/gu;

const PRECOMPOSED_NUKTA: Readonly<Record<string, string>> = {
  '\u0958': '\u0915',
  '\u0959': '\u0916',
  '\u095a': '\u0917',
  '\u095b': '\u091c',
  '\u095c': '\u0921',
  '\u095d': '\u0922',
  '\u095e': '\u092b',
  '\u095f': '\u092f',
};

function toToken(raw: string, start: number, end: number): Token {
  const first = raw.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    return { text: raw, start, end, kind: 'number', value: Number(raw.replace(/,/g, '')) };
  }
  const text = normalizeWord(raw);
  return { text, start, end, kind: WORD.test(raw) ? 'word' : 'mark', value: 0 };
}

const WORD = /^\p{L}/u;
