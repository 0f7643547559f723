import type { LanguageCode } from '@/flows/schema/language';
import { hashStep, hashText, KeyTable } from '../key-table';
import { unpackFloat32, unpackInt32 } from '../learning/packed-numbers';

/** How much of each word and letter group was seen in each language: parallel packed numbers, a row a key. */
export type TrainedWordModel = Readonly<{
  languages: readonly LanguageCode[];
  totals: readonly number[];
  words: TrainedCounts;
  groups: TrainedCounts;
}>;
export type TrainedCounts = Readonly<{ keys: string; counts: string }>;

export type WordModel = Readonly<{ judge: (word: string) => WordShares }>;

/** By language, in the order of `codes`, each 0 to 1. */
export type WordShares = Readonly<{
  shares: Float64Array;
  /** The shares above chance: what a word says for a language. */
  evidence: Float64Array;
}>;

/** Naive Bayes over whole words, and over letter groups for words never seen. */
export function createWordModel(trained: TrainedWordModel, codes: readonly LanguageCode[]): WordModel {
  const width = trained.languages.length;
  const words = new Counts(trained.words, width);
  const groups = new Counts(trained.groups, width);
  const totals = Float64Array.from(trained.totals);
  const places = codes.map((code) => trained.languages.indexOf(code));
  const known = new Map<string, WordShares>();
  return {
    judge: (word) => {
      const cached = known.get(word);
      if (cached !== undefined) return cached;
      const all = posterior(word, words, groups, totals);
      const shares = Float64Array.from(places, (place) => all[place] ?? 0);
      const judged = { shares, evidence: aboveChance(shares) };
      // Bounded, so that a stranger's text can't fill the memory.
      if (known.size < 20_000) known.set(word, judged);
      return judged;
    },
  };
}

const SMOOTHING = 0.1;

function posterior(word: string, words: Counts, groups: Counts, totals: Float64Array): Float64Array {
  const counts = words.of(wordKey(word));
  if (counts !== null) {
    return normalized(totals.map((total, index) => ((counts[index] ?? 0) + SMOOTHING) / (total + 1)));
  }
  const logs = new Float64Array(totals.length);
  forEachGroup(word, (key) => {
    const seen = groups.of(key);
    if (seen === null) return;
    for (let index = 0; index < logs.length; index++) {
      logs[index] = (logs[index] ?? 0) + Math.log(((seen[index] ?? 0) + 0.5) / ((totals[index] ?? 1) + 1));
    }
  });
  const highest = Math.max(...logs);
  const guess = normalized(logs.map((value) => Math.exp((value - highest) * 0.5)));
  // An unknown word is often a name: its letters are weak evidence.
  return word.length < 4 ? guess.map(() => 1 / guess.length) : guess.map((value) => value * 0.6 + 0.4 / guess.length);
}

function aboveChance(shares: Float64Array): Float64Array {
  const chance = 1 / shares.length;
  return shares.map((share) => Math.max(0, (share - chance) / (1 - chance)) ** 1.5);
}

function normalized(values: Float64Array): Float64Array {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}

/** The key of a whole word. */
export function wordKey(word: string): number {
  return hashText(word, WORD_SEED);
}

/** Groups of two to four letters, with the ends of the word marked, as hashes. */
export function forEachGroup(word: string, visit: (key: number) => void): void {
  const padded = `_${word}_`;
  for (let at = 0; at + 2 <= padded.length; at++) {
    let key = GROUP_SEED;
    const last = Math.min(padded.length, at + LONGEST_GROUP);
    for (let end = at; end < last; end++) {
      key = hashStep(key, padded.charCodeAt(end));
      if (end > at) visit(key);
    }
  }
}

const LONGEST_GROUP = 4;
const WORD_SEED = 0x2f0b4a27;
const GROUP_SEED = 0x61c88647;

class Counts {
  private readonly table: KeyTable;
  private readonly values: Float32Array;

  constructor(
    trained: TrainedCounts,
    private readonly languages: number,
  ) {
    const keys = unpackInt32(trained.keys);
    this.table = new KeyTable(keys.length);
    for (const key of keys) this.table.add(key);
    this.values = unpackFloat32(trained.counts);
  }

  of(key: number): Float32Array | null {
    const id = this.table.find(key);
    return id < 0 ? null : this.values.subarray(id * this.languages, (id + 1) * this.languages);
  }
}
