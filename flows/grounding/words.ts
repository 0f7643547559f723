import type { LanguagePack, PromiseKind } from '@/prompts/language-pack';
import type { LanguageCode } from '../schema/language';
import { type Token, tokenize } from '../understanding/normalize';
import { createTextReader, type TextReader } from '../understanding/read-text';

/** What a word of `claims.json` stands for. */
export type ClaimTag =
  | Readonly<{ kind: 'promise'; promise: string }>
  | Readonly<{ kind: 'document'; document: string }>
  | Readonly<{ kind: 'lender' | 'identityNumber' | 'request' | 'manipulation' }>;

export type FoundClaim = Readonly<{ tag: ClaimTag; from: number; to: number }>;

export type Words = Readonly<{
  readText: TextReader;
  /** Every claim word of any language, at tokens `from` to `to`. */
  claimsIn: (tokens: readonly Token[]) => readonly FoundClaim[];
}>;

/** The readers of a set of packs, built once for each. */
export function wordsFor(packs: Readonly<Record<LanguageCode, LanguagePack>>): Words {
  const known = cache.get(packs);
  if (known !== undefined) return known;
  const all = Object.values(packs);
  const entries = [...new Map(all.flatMap(entriesOf).map((entry) => [JSON.stringify(entry), entry])).values()];
  const index = indexOf(entries.filter((entry) => entry.words.length > 0));
  const words: Words = {
    readText: createTextReader(all),
    claimsIn: (tokens) => claimsIn(tokens, index),
  };
  cache.set(packs, words);
  return words;
}

const cache = new WeakMap<Readonly<Record<LanguageCode, LanguagePack>>, Words>();

type Entry = Readonly<{ words: readonly string[]; isOpen: boolean; tag: ClaimTag }>;

function entriesOf({ claims }: LanguagePack): readonly Entry[] {
  const of = (words: readonly string[], tag: ClaimTag) => words.map((word) => toEntry(word, tag));
  const promises: readonly (readonly [string, readonly string[]])[] = Object.entries(
    claims.promises satisfies Record<PromiseKind, readonly string[]>,
  );
  return [
    ...promises.flatMap(([promise, words]) => of(words, { kind: 'promise', promise })),
    ...Object.entries(claims.documents).flatMap(([document, words]) => of(words, { kind: 'document', document })),
    ...of(claims.lenders, { kind: 'lender' }),
    ...of(claims.identityNumbers, { kind: 'identityNumber' }),
    ...of(claims.requests, { kind: 'request' }),
    ...of(claims.manipulations, { kind: 'manipulation' }),
  ];
}

function toEntry(entry: string, tag: ClaimTag): Entry {
  const isOpen = entry.endsWith('*');
  const words = tokenize(isOpen ? entry.slice(0, -1) : entry).map(({ text }) => text);
  return { words, isOpen, tag };
}

/** Entries by their first word, and stems by their first character: there are thousands, and few begin like a given word. */
type Index = Readonly<{
  words: ReadonlyMap<string, readonly Entry[]>;
  stems: ReadonlyMap<string, readonly Entry[]>;
}>;

function indexOf(entries: readonly Entry[]): Index {
  const words = new Map<string, Entry[]>();
  const stems = new Map<string, Entry[]>();
  for (const entry of entries) {
    const [first = ''] = entry.words;
    const [group, key] = entry.isOpen && entry.words.length === 1 ? [stems, first.charAt(0)] : [words, first];
    group.set(key, [...(group.get(key) ?? []), entry]);
  }
  return { words, stems };
}

function claimsIn(tokens: readonly Token[], { words, stems }: Index): readonly FoundClaim[] {
  const forms = tokens.map(formsOf);
  return forms.flatMap((own, from): readonly FoundClaim[] => {
    const nearby = own.flatMap((form) => [...(words.get(form) ?? []), ...(stems.get(form.charAt(0)) ?? [])]);
    return [...new Set(nearby)]
      .filter((entry) => isAt(entry, forms, from))
      .map((entry) => ({ tag: entry.tag, from, to: from + entry.words.length }));
  });
}

function isAt({ words, isOpen }: Entry, forms: readonly (readonly string[])[], from: number): boolean {
  return words.every((word, offset) => {
    const isStem = isOpen && offset === words.length - 1;
    return forms[from + offset]?.some((form) => form === word || (isStem && form.startsWith(word))) === true;
  });
}

/** A token as it stands, and without an Indian ending written on to a word in Latin letters: "OTPயை", "SBIలో". */
function formsOf({ text }: Token): readonly string[] {
  const latin = LATIN_HEAD.exec(text)?.[0];
  return latin === undefined ? [text] : [text, latin];
}

const LATIN_HEAD = /^[a-z]+(?=[^\p{ASCII}])/u;
