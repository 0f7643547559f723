import type { LanguagePack, Utterances } from '@/prompts/language-pack';
import { KeyTable } from '../key-table';
import { romanize } from '../languages/romanize';
import { forEachGroup, type TrainedCounts, type TrainedWordModel, wordKey } from '../languages/word-model';
import { normalizeWord } from '../normalize';
import { pack } from './packed-numbers';

/** Counts which words and letter groups belong to which language, in the packs' own words (one pass, no iteration). */
export function trainWordModel(
  packs: readonly LanguagePack[],
  utterancesOf: (code: string) => Utterances,
): TrainedWordModel {
  const words = new Counts(packs.length);
  const groups = new Counts(packs.length);
  const totals = packs.map(() => 0);
  packs.forEach((languagePack, index) => {
    for (const [word, weight] of latinWordsOf(languagePack, utterancesOf(languagePack.code))) {
      words.add(wordKey(word), index, weight);
      totals[index] = (totals[index] ?? 0) + weight;
      forEachGroup(word, (key) => groups.add(key, index, Math.min(weight, 2)));
    }
  });
  return { languages: packs.map(({ code }) => code), totals, words: words.packed(), groups: groups.packed() };
}

/** Romanized words as typed, words of the lexicon, and the native words as they would be typed. */
function* latinWordsOf(languagePack: LanguagePack, utterances: Utterances): Generator<[string, number]> {
  for (const { native = [], latin = [] } of Object.values(utterances)) {
    for (const text of latin) for (const word of latinWords(text)) yield [word, 1];
    for (const text of native) for (const word of nativeWords(text)) yield [romanize(word), 0.25];
  }
  const { concepts, cues, values } = languagePack.lexicon;
  for (const list of [concepts, cues, ...Object.values(values)].flatMap((lists) => Object.values(lists))) {
    for (const entry of list) for (const word of latinWords(entry)) yield [word, 0.8];
  }
  const { words, fractions, prefixFractions } = languagePack.numbers;
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

/** For each key, how often each language has it. */
class Counts {
  private readonly table = new KeyTable();
  private readonly keys: number[] = [];
  private readonly rows: number[][] = [];

  constructor(private readonly languages: number) {}

  add(key: number, language: number, weight: number): void {
    const id = this.table.add(key);
    this.keys[id] = key;
    const row = this.rows[id] ?? Array.from({ length: this.languages }, () => 0);
    row[language] = (row[language] ?? 0) + weight;
    this.rows[id] = row;
  }

  packed(): TrainedCounts {
    return { keys: pack(Int32Array.from(this.keys)), counts: pack(Float32Array.from(this.rows.flat())) };
  }
}
