import type { LanguageCode, ScriptKind } from '@/flows/schema/language';
import type { LanguagePack } from '@/prompts/language-pack';
import { hashStep, hashText, KeyTable } from './key-table';
import { normalizeWord, type Token } from './normalize';
import { romanize } from './romanize';

export type DetectedLanguage = Readonly<{ language: LanguageCode; script: ScriptKind; confidence: number }>;
export type LanguageDetector = Readonly<{
  detect: (tokens: readonly Token[], conversation: LanguageCode) => DetectedLanguage;
}>;

/**
 * Learns which words and letter groups belong to which language from the packs' own words (one pass, no iteration).
 * A script that only one language uses decides by itself; Latin letters are judged word by word, so that English words in
 * a Kannada message don't make it English. A text without evidence keeps the language of the conversation.
 */
export function createLanguageDetector(packs: readonly LanguagePack[]): LanguageDetector {
  const codes = packs.map((pack) => pack.code);
  const blocks = packs.filter((pack) => pack.script.name !== 'Latin').flatMap(blocksOf);
  const model = learnWords(packs);
  return {
    detect: (tokens, conversation) => {
      const native = nativeLanguage(tokens, blocks);
      if (native !== null) return { language: native, script: 'native', confidence: 1 };
      return judgeLatin(tokens, codes, model, conversation);
    },
  };
}

type Block = Readonly<{ code: LanguageCode; first: number; last: number }>;
type WordModel = Readonly<{ evidenceOf: (word: string) => Float64Array }>;

const NATIVE_SHARE = 0.3; // of the letters; below it, a native word is a name or a quotation
const ENGLISH = 'en';
const EVIDENCE_NEEDED = 0.5;

function blocksOf(pack: LanguagePack): readonly Block[] {
  return pack.script.ranges.map(([first, last]) => ({
    code: pack.code,
    first: Number.parseInt(first, 16),
    last: Number.parseInt(last, 16),
  }));
}

function nativeLanguage(tokens: readonly Token[], blocks: readonly Block[]): LanguageCode | null {
  const letters = new Map<LanguageCode, number>();
  let total = 0;
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    total += token.text.length;
    const code = token.text.charCodeAt(0);
    if (code < 128) continue;
    const block = blocks.find(({ first, last }) => code >= first && code <= last);
    if (block) letters.set(block.code, (letters.get(block.code) ?? 0) + token.text.length);
  }
  const [best] = [...letters].sort((left, right) => right[1] - left[1]);
  return best !== undefined && best[1] >= total * NATIVE_SHARE ? best[0] : null;
}

function judgeLatin(
  tokens: readonly Token[],
  codes: readonly LanguageCode[],
  model: WordModel,
  conversation: LanguageCode,
): DetectedLanguage {
  const scores = new Float64Array(codes.length);
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    const evidence = model.evidenceOf(token.text);
    for (let index = 0; index < scores.length; index++) scores[index] = (scores[index] ?? 0) + (evidence[index] ?? 0);
  }
  const ranked = codes.map((code, index) => ({ code, score: scores[index] ?? 0 }));
  const english = ranked.find(({ code }) => code === ENGLISH)?.score ?? 0;
  const indian = ranked
    .filter(({ code }) => code !== ENGLISH)
    .map(({ code, score }) => ({ code, score: code === conversation ? score * 1.15 + 0.05 : score }))
    .sort((left, right) => right.score - left.score)[0];
  // A few words of grammar make a sentence Indian, however many English nouns it carries.
  if (indian && indian.score >= EVIDENCE_NEEDED && indian.score >= english * ENGLISH_PER_INDIAN) {
    return { language: indian.code, script: 'latin', confidence: indian.score / (indian.score + english * 0.3 + 0.2) };
  }
  const isAnswer = conversation !== ENGLISH && tokens.filter(({ kind }) => kind === 'word').length <= SHORT_ANSWER;
  if (english >= EVIDENCE_NEEDED && !isAnswer) return { language: ENGLISH, script: 'latin', confidence: 0.9 };
  return { language: conversation, script: 'latin', confidence: 0.5 };
}

const ENGLISH_PER_INDIAN = 0.4;
// One or two English words ("house", "send details") are how everyone answers; they don't change the language.
const SHORT_ANSWER = 2;
const SMOOTHING = 0.1;
const LONGEST_GROUP = 4;
const WORD_SEED = 0x2f0b4a27;
const GROUP_SEED = 0x61c88647;

/** Naive Bayes over whole words, and over letter groups for words never seen. Evidence is each language's share above chance. */
function learnWords(packs: readonly LanguagePack[]): WordModel {
  const words = new Counts(packs.length);
  const groups = new Counts(packs.length);
  const totals = new Float64Array(packs.length);
  packs.forEach((pack, index) => {
    for (const [word, weight] of latinWordsOf(pack)) {
      words.add(hashText(word, WORD_SEED), index, weight);
      totals[index] = (totals[index] ?? 0) + weight;
      forEachGroup(word, (key) => groups.add(key, index, Math.min(weight, 2)));
    }
  });
  const known = new Map<string, Float64Array>();
  const evidenceOf = (word: string): Float64Array => {
    const cached = known.get(word);
    if (cached !== undefined) return cached;
    const evidence = aboveChance(posterior(word, words, groups, totals));
    if (known.size < 20_000) known.set(word, evidence);
    return evidence;
  };
  return { evidenceOf };
}

function posterior(word: string, words: Counts, groups: Counts, totals: Float64Array): Float64Array {
  const counts = words.of(hashText(word, WORD_SEED));
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

/** Romanized words as typed, words of the lexicon, and the native words as they would be typed. */
function* latinWordsOf(pack: LanguagePack): Generator<[string, number]> {
  for (const { native = [], latin = [] } of Object.values(pack.utterances)) {
    for (const text of latin) for (const word of latinWords(text)) yield [word, 1];
    for (const text of native) for (const word of nativeWords(text)) yield [romanize(word), 0.25];
  }
  const { concepts, cues, values } = pack.lexicon;
  for (const list of [concepts, cues, ...Object.values(values)].flatMap((lists) => Object.values(lists))) {
    for (const entry of list) for (const word of latinWords(entry)) yield [word, 0.8];
  }
  const { words, fractions, prefixFractions } = pack.numbers;
  for (const list of [words, fractions, prefixFractions].flatMap((lists) => Object.values(lists))) {
    for (const word of list.flatMap(latinWords)) yield [word, 0.5];
  }
}

function latinWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z]+(?:'[a-z]+)?/g) ?? [];
}

function nativeWords(text: string): readonly string[] {
  return (text.match(/[\u0900-\u0dff]+/g) ?? []).map(normalizeWord);
}

/** Groups of two to four letters, with the ends of the word marked, as hashes. */
function forEachGroup(word: string, visit: (key: number) => void): void {
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

/** For each key, how often each language has it. */
class Counts {
  private readonly table = new KeyTable();
  private values: Float32Array;

  constructor(private readonly languages: number) {
    this.values = new Float32Array(languages * 1024);
  }

  add(key: number, language: number, weight: number): void {
    const at = this.table.add(key) * this.languages + language;
    if (at >= this.values.length) {
      const grown = new Float32Array(this.values.length * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[at] = (this.values[at] ?? 0) + weight;
  }

  of(key: number): Float32Array | null {
    const id = this.table.find(key);
    return id < 0 ? null : this.values.subarray(id * this.languages, (id + 1) * this.languages);
  }
}
