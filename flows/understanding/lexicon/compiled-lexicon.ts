import { normalizeWord, type Token, tokenize } from '../normalize';
import { lookUpWords } from './look-up-words';
import type { Tag } from './match';

type Phrase = Readonly<{ rest: readonly string[]; openEnd: boolean; tags: Tag[] }>;

/** The entries of a lexicon, laid out for look-ups. */
export class CompiledLexicon {
  private readonly exact = new Map<string, Tag[]>();
  private readonly prefixes = new Map<string, Tag[]>();
  private longestEntry = 0;
  private readonly phrases = new Map<string, Phrase[]>();
  private readonly byShape = new Map<string, string[]>();
  readonly suffixes: readonly string[];
  readonly common: ReadonlySet<string>;

  constructor(suffixes: readonly string[], common: readonly string[]) {
    this.suffixes = suffixes.map(normalizeWord);
    this.common = new Set(common.map(normalizeWord));
  }

  /** Each word that stands for a city by itself. */
  cityWords(): readonly (readonly [string, Tag])[] {
    return [...this.exact, ...this.prefixes].flatMap(([word, tags]) =>
      tags.filter(({ group }) => PLACES.has(group)).map((tag) => [word, tag] as const),
    );
  }

  /** Tags of the entry that is this word, open-ended or not. */
  entryTagsOf(word: string): readonly Tag[] {
    return this.exact.get(word) ?? this.prefixes.get(word) ?? NO_TAGS;
  }

  /** Tags of the first word that one slip of a letter turns this one into, if that word may be so misspelt. */
  tagsOneSlipAway(word: string): readonly Tag[] | null {
    for (const length of [word.length, word.length + 1, word.length - 1]) {
      for (const candidate of this.byShape.get(`${word[0]}${length}`) ?? []) {
        if (!isOneSlipAway(word, candidate)) continue;
        const tags = this.exact.get(candidate) ?? this.prefixes.get(candidate) ?? NO_TAGS;
        const forgiven = tags.filter(({ group }) => word.length >= shortestSlip(group, word));
        if (forgiven.length > 0) return forgiven;
      }
    }
    return null;
  }

  add(entry: string, tag: Tag): void {
    const openEnd = entry.endsWith('*');
    const words = wordsOf(openEnd ? entry.slice(0, -1) : entry);
    const first = words[0];
    if (first === undefined) return;
    if (words.length > 1) {
      this.addPhrase(first, words.slice(1), openEnd, tag);
      return;
    }
    if (!NEVER_FORGIVEN.has(tag.value)) this.addShape(first);
    push(openEnd ? this.prefixes : this.exact, first, tag);
    if (openEnd) this.longestEntry = Math.max(this.longestEntry, first.length);
  }

  /** Phrases that begin with the word at `index` of `words`. */
  phrasesAt(words: readonly Token[], index: number): readonly { tags: readonly Tag[]; length: number }[] {
    const candidates = this.phrases.get(words[index]?.text ?? '');
    if (candidates === undefined) return [];
    return candidates
      .filter(({ rest, openEnd }) =>
        rest.every((word, offset) => {
          const text = words[index + 1 + offset]?.text;
          return text === word || (openEnd && offset === rest.length - 1 && text?.startsWith(word) === true);
        }),
      )
      .map(({ rest, tags }) => ({ tags, length: rest.length + 1 }));
  }

  /** Tags of a word that is written as in the lexicon, or begins as an open-ended entry does. */
  tagsOf(word: string): readonly Tag[] {
    const exact = this.exact.get(word);
    const prefixed = this.longestPrefix(word);
    if (exact === undefined) return prefixed;
    return prefixed.length === 0 ? exact : [...exact, ...prefixed];
  }

  private addPhrase(first: string, rest: readonly string[], openEnd: boolean, tag: Tag): void {
    const phrases = this.phrases.get(first) ?? [];
    const same = phrases.find((phrase) => phrase.openEnd === openEnd && phrase.rest.join(' ') === rest.join(' '));
    if (same === undefined) phrases.push({ rest, openEnd, tags: [tag] });
    else same.tags.push(tag);
    this.phrases.set(first, phrases);
  }

  private addShape(word: string): void {
    if (word.length < MINIMUM_SLIP_LENGTH) return;
    const shape = `${word[0]}${word.length}`;
    const words = this.byShape.get(shape);
    if (words === undefined) this.byShape.set(shape, [word]);
    else if (words[words.length - 1] !== word) words.push(word);
  }

  private longestPrefix(word: string): readonly Tag[] {
    for (let length = Math.min(word.length, this.longestEntry); length >= 2; length--) {
      const tags = this.prefixes.get(word.slice(0, length));
      if (tags !== undefined) return tags;
    }
    return NO_TAGS;
  }
}

/** The words of an entry, as a text would be looked up. Most entries are plain words, which need no tokenizer. */
function wordsOf(entry: string): readonly string[] {
  if (!UNUSUAL.test(entry)) return entry.split(' ').map(normalizeWord);
  return lookUpWords(tokenize(entry)).map((token) => token.text);
}

const UNUSUAL = /[^\p{L}\p{M} ]|^ | $| {2}/u;

/** Whether one inserted, dropped, replaced or swapped letter turns one word into the other. */
export function isOneSlipAway(left: string, right: string): boolean {
  if (left === right) return true;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const isSwap = short[at] === long[at + 1] && short[at + 1] === long[at];
  return isSwap && short.slice(at + 2) === long.slice(at + 2);
}

const MINIMUM_SLIP_LENGTH = 5;
/** Groups whose values are places. */
export const PLACES: ReadonlySet<string> = new Set(['city', 'locality']);
const SHORTEST_SLIP_OF_PLACE = 7; // "panna" is no Patna, "meeru" no Meerut
const SHORTEST_SLIP_OF_VALUE = 6; // "daily" is no dairy; in Indian scripts, where a vowel is a letter, one more

/** How long a word must be to be taken for a misspelt one: a fact read wrongly costs more than a shade of meaning. */
function shortestSlip(group: string, word: string): number {
  if (group === 'concept' || group === 'polarity') return MINIMUM_SLIP_LENGTH;
  if (PLACES.has(group)) return SHORTEST_SLIP_OF_PLACE;
  return word.charCodeAt(0) < 128 ? SHORTEST_SLIP_OF_VALUE : SHORTEST_SLIP_OF_VALUE + 1;
}

// One letter parts "do" from "don't" in Telugu (చేయండి, చేయకండి): a denial must be written right.
const NEVER_FORGIVEN: ReadonlySet<string> = new Set(['stop', 'no', 'dont_want']);
const NO_TAGS: readonly Tag[] = [];

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
