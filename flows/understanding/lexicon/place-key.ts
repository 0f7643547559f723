import { soundOf } from '../languages/sound';

/**
 * How the name of a place sounds, with what spellings and scripts disagree about left out: aspiration, doubled letters,
 * long and short vowels; in Tamil, which writes them alike, voicing and vowels too. Null for a name too short to be told
 * from other words by it.
 */
export function placeKeyOf(word: string, isTamil: boolean): string | null {
  const sound = soundOf(word);
  if (!/^[a-z]/.test(sound)) return null;
  const rules = isTamil ? [...ALIKE, ...ALIKE_IN_TAMIL] : ALIKE;
  const key = rules.reduce((plain, [spelling, letter]) => plain.replace(spelling, letter), sound);
  const consonants = key.replace(/[aiuV]/g, '').length;
  return consonants < (isTamil ? FEWEST_CONSONANTS_IN_TAMIL : FEWEST_CONSONANTS) ? null : key;
}

export function isTamil(word: string): boolean {
  return (word.charCodeAt(0) & ~0x7f) === TAMIL_BLOCK;
}

const TAMIL_BLOCK = 0x0b80;
const FEWEST_CONSONANTS = 4;
const FEWEST_CONSONANTS_IN_TAMIL = 5;

const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/zh/g, 'l'],
  [/(?<=.)h/g, ''],
  [/w/g, 'v'],
  [/m(?=[bp])/g, 'n'],
  [/y/g, 'i'],
  [/e/g, 'i'],
  [/o/g, 'u'],
  [/([a-z])\1+/g, '$1'],
  [/[aiu]+$/, ''],
];

const ALIKE_IN_TAMIL: readonly (readonly [RegExp, string])[] = [
  [/b/g, 'p'],
  [/d/g, 't'],
  [/g/g, 'k'],
  [/j/g, 'c'],
  [/[aiu]+/g, 'V'],
  [/([a-zV])\1+/g, '$1'],
];
