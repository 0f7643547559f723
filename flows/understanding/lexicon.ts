import type { LanguagePack } from '@/prompts/language-pack';
import { normalizeWord, type Token, tokenize } from './normalize';

/** What a word or phrase means: a concept, a cue, a slot's value, a city, a part of a date … */
type Tag = Readonly<{ group: string; value: string }>;

/** A meaning found at tokens `from` (inclusive) to `to` (exclusive). `exact` is false when a slip or an ending was forgiven. */
export type Match = Readonly<{ group: string; value: string; from: number; to: number; exact: boolean }>;

/** Matches of one text, by group, in the order of the text. */
export type Matches = Readonly<Record<string, readonly Match[]>>;

export type LexiconMatcher = Readonly<{ find: (tokens: readonly Token[]) => Matches }>;

/** Compiles the lexicon of one language for look-ups. Pure: the same pack gives the same matcher. */
export function compileLexicon(pack: LanguagePack): CompiledLexicon {
  const compiled = new CompiledLexicon(pack.lexicon.suffixes, pack.lexicon.commonWords);
  for (const [tag, phrases] of entriesOf(pack)) for (const phrase of phrases) compiled.add(phrase, tag);
  return compiled;
}

/** A matcher over several lexicons at once: a language and the English that is mixed into it. */
export function matcherOf(lexicons: readonly CompiledLexicon[]): LexiconMatcher {
  return { find: (tokens) => findMatches(lexicons, tokens) };
}

type Phrase = Readonly<{ rest: readonly string[]; openEnd: boolean; tags: Tag[] }>;

class CompiledLexicon {
  private readonly exact = new Map<string, Tag[]>();
  private readonly prefixes = new Map<string, Tag[]>();
  private readonly phrases = new Map<string, Phrase[]>();
  private readonly byShape = new Map<string, string[]>();
  private readonly suffixes: readonly string[];
  private readonly common: ReadonlySet<string>;
  private readonly forgiven = new Map<string, readonly Tag[]>();

  constructor(suffixes: readonly string[], common: readonly string[]) {
    this.suffixes = suffixes.map(normalizeWord).sort((left, right) => right.length - left.length);
    this.common = new Set(common);
  }

  add(entry: string, tag: Tag): void {
    const openEnd = entry.endsWith('*');
    const words = lookUpWords(tokenize(openEnd ? entry.slice(0, -1) : entry)).map((token) => token.text);
    const first = words[0];
    if (first === undefined) return;
    if (words.length > 1) {
      this.addPhrase(first, words.slice(1), openEnd, tag);
      return;
    }
    if (!NEVER_FORGIVEN.has(tag.value)) this.addShape(first);
    push(openEnd ? this.prefixes : this.exact, first, tag);
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

  /** Tags of a word after its ending is taken off or one letter is forgiven. */
  forgivingTagsOf(word: string): readonly Tag[] {
    const known = this.forgiven.get(word);
    if (known !== undefined) return known;
    const tags = this.withoutSuffix(word) ?? this.withOneSlip(word) ?? NO_TAGS;
    // Bounded, so that a stranger's text can't fill the memory.
    if (this.forgiven.size < 20_000) this.forgiven.set(word, tags);
    return tags;
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
    for (let length = word.length; length >= 2; length--) {
      const tags = this.prefixes.get(word.slice(0, length));
      if (tags !== undefined) return tags;
    }
    return NO_TAGS;
  }

  private withoutSuffix(word: string): readonly Tag[] | null {
    for (const suffix of this.suffixes) {
      if (word.length - suffix.length < 3 || !word.endsWith(suffix)) continue;
      const tags = this.exact.get(word.slice(0, -suffix.length));
      if (tags !== undefined) return tags;
    }
    return null;
  }

  private withOneSlip(word: string): readonly Tag[] | null {
    if (word.length < MINIMUM_SLIP_LENGTH || this.common.has(word)) return null;
    for (const length of [word.length, word.length + 1, word.length - 1]) {
      for (const candidate of this.byShape.get(`${word[0]}${length}`) ?? []) {
        if (isOneSlipAway(word, candidate)) return this.exact.get(candidate) ?? this.prefixes.get(candidate) ?? null;
      }
    }
    return null;
  }
}

export type { CompiledLexicon };

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
// One letter parts "do" from "don't" in Telugu (చేయండి, చేయకండి): a denial must be written right.
const NEVER_FORGIVEN: ReadonlySet<string> = new Set(['stop', 'no', 'dont_want']);
const NO_TAGS: readonly Tag[] = [];
const JOINING_MARKS = new Set(['-', '.', '/']);

function findMatches(lexicons: readonly CompiledLexicon[], tokens: readonly Token[]): Matches {
  const found: Record<string, Match[]> = {};
  const words = lookUpWords(tokens);
  const positions = tokens.flatMap((token, index) => (isLookedUp(token) ? [index] : []));
  for (let index = 0; index < words.length; index++) {
    const from = positions[index] ?? 0;
    for (const lexicon of lexicons) {
      for (const { tags, length } of lexicon.phrasesAt(words, index)) {
        addAll(found, tags, from, (positions[index + length - 1] ?? from) + 1, true);
      }
    }
    addWord(found, lexicons, words[index], from);
  }
  return found;
}

function addWord(
  found: Record<string, Match[]>,
  lexicons: readonly CompiledLexicon[],
  word: Token | undefined,
  from: number,
): void {
  if (word === undefined || word.kind === 'number') return;
  let isKnown = false;
  for (const lexicon of lexicons) {
    const tags = lexicon.tagsOf(word.text);
    isKnown ||= tags.length > 0;
    addAll(found, tags, from, from + 1, true);
  }
  if (isKnown) return;
  for (const lexicon of lexicons) addAll(found, lexicon.forgivingTagsOf(word.text), from, from + 1, false);
}

function addAll(found: Record<string, Match[]>, tags: readonly Tag[], from: number, to: number, exact: boolean): void {
  for (const { group, value } of tags) {
    const matches = found[group];
    const match = { group, value, from, to, exact };
    if (matches === undefined) found[group] = [match];
    else if (!isListed(matches, match)) {
      matches.push(match);
    }
  }
}

/** Whether the match stands there already, from another language's lexicon. Matches come in the order of the text. */
function isListed(matches: readonly Match[], { value, from, to }: Match): boolean {
  for (let index = matches.length - 1; index >= 0; index--) {
    const other = matches[index];
    if (other === undefined || other.from < from) return false;
    if (other.value === value && other.to === to) return true;
  }
  return false;
}

/** Words and numbers, with the marks that join words ("sq.ft", "self-employed") left out; other marks break phrases. */
function lookUpWords(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(isLookedUp);
}

function isLookedUp(token: Token): boolean {
  return token.kind !== 'mark' || !JOINING_MARKS.has(token.text);
}

function* entriesOf({ lexicon, cities, format }: LanguagePack): Generator<[Tag, readonly string[]]> {
  for (const [value, words] of Object.entries(lexicon.concepts)) yield [{ group: 'concept', value }, words];
  for (const [value, words] of Object.entries(lexicon.cues)) yield [{ group: value, value }, words];
  for (const [group, values] of Object.entries(lexicon.values)) {
    for (const [value, words] of Object.entries(values)) yield [{ group, value }, words];
  }
  for (const [value, word] of Object.entries(cities)) {
    if (!lexicon.commonWords.includes(word)) yield [{ group: 'city', value }, [openEnded(word)]];
  }
  for (const [value, words] of Object.entries(lexicon.cities)) yield [{ group: 'city', value }, words.map(openEnded)];
  for (const [value, words] of Object.entries(lexicon.areas)) yield [{ group: 'area', value }, words];
  for (const [value, words] of Object.entries(lexicon.polarity)) yield [{ group: 'polarity', value }, words];
  yield* dateEntriesOf(lexicon.dates, format.monthNames);
}

/** Cities take endings in the Indian languages, and some change their last vowel for it: ಬೆಂಗಳೂರು → ಬೆಂಗಳೂರಿನಲ್ಲಿ. */
function openEnded(city: string): string {
  const isLatin = city.charCodeAt(0) < 128;
  return isLatin || city.length < 4 ? city : `${city.replace(CHANGING_END, '')}*`;
}

const CHANGING_END = /[\u0bc1\u0bcd\u0c02\u0c41\u0c4d\u0c82\u0cc1\u0ccd]$/;

function* dateEntriesOf(
  dates: LanguagePack['lexicon']['dates'],
  monthNames: readonly string[],
): Generator<[Tag, readonly string[]]> {
  for (const [value, words] of Object.entries(dates.days)) yield [{ group: 'day', value }, words];
  for (const [value, words] of dates.weekdays.entries()) yield [{ group: 'weekday', value: String(value) }, words];
  for (const [value, words] of dates.months.entries()) yield [{ group: 'month', value: String(value + 1) }, words];
  for (const [value, word] of monthNames.entries()) yield [{ group: 'month', value: String(value + 1) }, [word]];
  for (const [value, words] of Object.entries(dates.dayParts)) yield [{ group: 'dayPart', value }, words];
  for (const [value, words] of Object.entries(dates.units)) yield [{ group: 'unit', value }, words];
  for (const group of ['clock', 'am', 'pm', 'after', 'next', 'this', 'half'] as const) {
    yield [{ group, value: group }, dates[group]];
  }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
