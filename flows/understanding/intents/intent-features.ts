import { hashStep, hashText } from '../key-table';
import { soundOf } from '../languages/sound';
import type { Token } from '../normalize';

/** Weighted features of a text: parallel arrays of 32-bit keys and weights, each family of features of length one. */
export type Features = Readonly<{ keys: Int32Array; families: Uint8Array }>;

/** The families, and how much each counts in the model. */
export const FAMILY_WEIGHTS = [0.6, 0.5, 1, 0.7, 0.3, 0.3, 1, 0.8] as const;
export const WORD = 0;
const PAIR = 1;
const LETTERS = 2;
export const CONCEPT = 3;
const CONCEPT_PAIR = 4;
const LENGTH = 5;
export const SOUND = 6;
const SOUND_PAIR = 7;

/**
 * What the intent model sees of a text: words and neighbouring words, as written and as they sound, groups of 3 and 4
 * letters, concepts, pairs of concepts and the length. Amounts and other numbers are one word each, whatever their value.
 */
export function featuresOf(words: readonly string[], concepts: readonly string[]): Features {
  const bag = new Bag();
  let before = 0;
  let soundBefore = 0;
  for (const word of words) {
    const key = hash(word, WORD);
    bag.add(key, WORD);
    bag.add(Math.imul(before, 31) ^ key ^ PAIR_SALT, PAIR);
    before = key;
    addLetters(bag, word);
    const sound = hash(soundOf(word), SOUND);
    bag.add(sound, SOUND);
    bag.add(Math.imul(soundBefore, 31) ^ sound ^ PAIR_SALT, SOUND_PAIR);
    soundBefore = sound;
  }
  addConcepts(bag, concepts);
  bag.add(hash(String(Math.min(words.length, 6)), LENGTH), LENGTH);
  return bag.features();
}

/** The words that the model sees: numbers and amounts stand for themselves as a kind. */
export function modelWords(tokens: readonly Token[], isAmountAt: (index: number) => boolean): readonly string[] {
  const words: string[] = [];
  tokens.forEach((token, index) => {
    const word = isAmountAt(index) ? AMOUNT : token.kind === 'number' ? NUMBER : token.text;
    if (token.kind === 'mark' && !KEPT_MARKS.has(token.text) && !isAmountAt(index) && token.text.charCodeAt(0) < 128)
      return;
    if (word === AMOUNT && words[words.length - 1] === AMOUNT) return;
    words.push(word);
  });
  return words;
}

const KEPT_MARKS: ReadonlySet<string> = new Set(['?', '%']);
const AMOUNT = '#amount';
const NUMBER = '#number';
const PAIR_SALT = 0x51ed270b;
const LONGEST_GROUP = 4;
const MOST_CONCEPTS = 12;

function addLetters(bag: Bag, word: string): void {
  if (word.charCodeAt(0) === 35) return;
  const padded = `_${word}_`;
  for (let at = 0; at + 2 <= padded.length; at++) {
    let key = hashSeed(LETTERS);
    const last = Math.min(padded.length, at + LONGEST_GROUP);
    for (let end = at; end < last; end++) {
      key = hashStep(key, padded.charCodeAt(end));
      if (end > at + 1) bag.add(key, LETTERS);
    }
  }
}

function addConcepts(bag: Bag, concepts: readonly string[]): void {
  const sorted = [...new Set(concepts)].sort().slice(0, MOST_CONCEPTS);
  if (sorted.length === 0) sorted.push('none');
  sorted.forEach((concept, index) => {
    bag.add(hash(concept, CONCEPT), CONCEPT);
    for (const other of sorted.slice(index + 1)) bag.add(hash(`${concept}+${other}`, CONCEPT_PAIR), CONCEPT_PAIR);
  });
}

class Bag {
  private readonly keys: number[] = [];
  private readonly families: number[] = [];

  add(key: number, family: number): void {
    this.keys.push(key | 0);
    this.families.push(family);
  }

  features(): Features {
    return { keys: Int32Array.from(this.keys), families: Uint8Array.from(this.families) };
  }
}

function hash(text: string, family: number): number {
  return hashText(text, hashSeed(family));
}

function hashSeed(family: number): number {
  return (0x811c9dc5 ^ Math.imul(family + 1, 0x9e3779b1)) | 0;
}
