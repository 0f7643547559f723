/**
 * What a word with this ending may have been without it. An ending that begins with a vowel takes the place of the
 * final u (தெலுங்கு + இல் → தெலுங்கில்), and some change it to i (ಬೆಂಗಳೂರು → ಬೆಂಗಳೂರಿನಲ್ಲಿ).
 */
export function stemsOf(word: string, ending: string): readonly string[] {
  const stem = word.slice(0, word.length - ending.length);
  const last = stem.charCodeAt(stem.length - 1);
  if (last < FIRST_INDIAN) return [stem];
  const vowelU = String.fromCharCode((last & ~0x7f) + U_SIGN);
  const first = ending.charCodeAt(0) & 0x7f;
  if (first >= FIRST_SIGN && first <= LAST_SIGN) return [stem, stem + vowelU];
  return (last & 0x7f) === I_SIGN ? [stem, stem.slice(0, -1) + vowelU] : [stem];
}

const FIRST_INDIAN = 0x0900;
// In every Indian block the signs of vowels have the same places.
const FIRST_SIGN = 0x3e;
const LAST_SIGN = 0x4c;
const I_SIGN = 0x3f;
const U_SIGN = 0x41;
