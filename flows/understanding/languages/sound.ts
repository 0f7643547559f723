import { romanize } from './romanize';

/**
 * How a word sounds, coarsely, in Latin letters: rival romanizations of a word (chahiye, chaiye, chahie) and its native
 * spelling (चाहिए) come out alike, so that what is learnt from one holds for the others. Other texts stay as they are.
 */
export function soundOf(word: string): string {
  const known = sounds.get(word);
  if (known !== undefined) return known;
  const sound = hear(word);
  // Bounded, so that a stranger's text can't fill the memory.
  if (sounds.size >= MOST_SOUNDS) sounds.clear();
  sounds.set(word, sound);
  return sound;
}

const MOST_SOUNDS = 30_000;
const sounds = new Map<string, string>();

function hear(word: string): string {
  const first = word.charCodeAt(0);
  const isIndian = first >= FIRST_INDIAN && first <= LAST_INDIAN;
  if (!isIndian && !/^[a-z]/.test(word)) return word;
  let sound = isIndian ? romanize(word) : word;
  for (const [spelling, plain] of ALIKE) sound = sound.replace(spelling, plain);
  return sound;
}

const FIRST_INDIAN = 0x0900;
const LAST_INDIAN = 0x0dff;

/** Letters that typists of Indian words use for one another, in the order in which they are made plain. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/'/g, ''],
  [/aa+/g, 'a'],
  [/ee+|ii+|ea/g, 'i'],
  [/oo+|uu+/g, 'u'],
  [/chh?/g, 'c'],
  [/ksh/g, 'x'],
  [/z/g, 'j'],
  [/(?<=[bcdgjkpst])h/g, ''],
  [/w/g, 'v'],
  [/ph/g, 'f'],
  [/q|c(?=[klr])/g, 'k'],
  [/([a-z])\1+/g, '$1'],
  [/(?<=[aiu])[hy](?=[aeiou])/g, ''],
  [/[ey]$/, 'i'],
  [/(?<=..)a$/, ''],
];
