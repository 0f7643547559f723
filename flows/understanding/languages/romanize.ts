/** A coarse romanization of an Indian word, as people type it: ಬಡ್ಡಿ → baddi. The scripts are laid out alike, so one table serves all. */
export function romanize(word: string): string {
  let roman = '';
  for (let index = 0; index < word.length; index++) {
    const offset = word.charCodeAt(index) & 0x7f;
    const next = (word.charCodeAt(index + 1) || 0) & 0x7f;
    const consonant = CONSONANTS[offset];
    if (consonant === undefined) {
      roman += VOWELS[offset] ?? '';
      continue;
    }
    roman += consonant;
    const hasOwnVowel = next >= FIRST_SIGN && next <= VIRAMA;
    const isLast = index === word.length - 1;
    // Hindi drops the vowel that a final consonant carries in writing.
    if (!hasOwnVowel && !(isLast && isDevanagari(word) && word.length > 1)) roman += 'a';
  }
  return roman;
}

const FIRST_SIGN = 0x3e;
const VIRAMA = 0x4d;

const CONSONANTS: Readonly<Record<number, string>> = {
  21: 'k',
  22: 'kh',
  23: 'g',
  24: 'gh',
  25: 'n',
  26: 'ch',
  27: 'chh',
  28: 'j',
  29: 'jh',
  30: 'n',
  31: 't',
  32: 'th',
  33: 'd',
  34: 'dh',
  35: 'n',
  36: 't',
  37: 'th',
  38: 'd',
  39: 'dh',
  40: 'n',
  41: 'n',
  42: 'p',
  43: 'ph',
  44: 'b',
  45: 'bh',
  46: 'm',
  47: 'y',
  48: 'r',
  49: 'r',
  50: 'l',
  51: 'l',
  52: 'zh',
  53: 'v',
  54: 'sh',
  55: 'sh',
  56: 's',
  57: 'h',
};

const VOWELS: Readonly<Record<number, string>> = {
  2: 'n',
  5: 'a',
  6: 'aa',
  7: 'i',
  8: 'ee',
  9: 'u',
  10: 'oo',
  11: 'ru',
  14: 'e',
  15: 'e',
  16: 'ai',
  18: 'o',
  19: 'o',
  20: 'au',
  62: 'a',
  63: 'i',
  64: 'i',
  65: 'u',
  66: 'u',
  67: 'ru',
  70: 'e',
  71: 'e',
  72: 'ai',
  74: 'o',
  75: 'o',
  76: 'au',
};

function isDevanagari(word: string): boolean {
  return (word.charCodeAt(0) & ~0x7f) === 0x0900;
}
