import { createHmac } from 'node:crypto';
import { type ColumnKey, columnKeys } from './keys';

/** How long the beginnings of words are by which a message is found, in code points. */
const BEGINNINGS = [3, 5] as const;
/** Of a word of a name so many letters are enough, of a number so many digits: fewer would tell numbers to who sees the hashes. */
const SHORTEST_BEGINNING = { name: 2, number: 5 } as const;
const LONGEST_BEGINNING = 12;
const LONGEST_WORD = 60;

/**
 * The words of a text as they are compared: folded, and parted at whatever is neither a letter, a vowel sign nor a digit in
 * any script. Joiners, which keyboards add as they please, are left out.
 */
export function wordsOf(text: string): readonly string[] {
  const folded = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .toLowerCase();
  const words = folded.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  return [...new Set(words.map((word) => [...word].slice(0, LONGEST_WORD).join('')))];
}

/** What a message is kept under, so that it is found by its words: keyed hashes, of which nobody can tell the words. */
export function tokensOfText(text: string): number[] {
  return tokensOf(wordsOf(text), (length) => BEGINNINGS.filter((beginning) => beginning <= length));
}

/** What a contact is kept under: each word of their names and the number, its last ten digits and last four. */
export function tokensOfContact(contact: {
  readonly name?: string | null | undefined;
  readonly username?: string | null | undefined;
  readonly phone?: string | null | undefined;
}): number[] {
  const { name, username, phone } = contact;
  const digits = phone?.replace(/\D/g, '') ?? '';
  const words = wordsOf([name, username, digits, digits.slice(-10), digits.slice(-4)].join(' '));
  return tokensOf(words, (length, word) => {
    const shortest = shortestBeginning(word);
    const longest = Math.min(length, LONGEST_BEGINNING);
    return Array.from({ length: Math.max(0, longest - shortest + 1) }, (_, at) => shortest + at);
  });
}

function shortestBeginning(word: string): number {
  return /^\p{N}+$/u.test(word) ? SHORTEST_BEGINNING.number : SHORTEST_BEGINNING.name;
}

/** In the order of the numbers: in that of the words they would tell how often which follows which. */
function tokensOf(
  words: readonly string[],
  beginningsOf: (length: number, word: string) => readonly number[],
): number[] {
  const { current } = columnKeys();
  const tokens = words.flatMap((word) => {
    const letters = [...word];
    const beginnings = beginningsOf(letters.length, word).map((length) => letters.slice(0, length).join(''));
    return [token(current, 'whole', word), ...beginnings.map((beginning) => token(current, 'beginning', beginning))];
  });
  return [...new Set(tokens)].sort((one, other) => one - other);
}

/** What to look for, under each key that tokens may have been made with. */
export type TokenQuery = readonly (readonly number[])[];

/** Words that must all be there as they are. */
export function wholeWords(words: readonly string[]): TokenQuery {
  return columnKeys().known.map((key) => words.map((word) => token(key, 'whole', word)));
}

/** The longest kept beginning of what a word of a message may begin with; null for what is too short to have one. */
export function beginningInText(word: string): TokenQuery | null {
  const letters = [...word];
  const length = BEGINNINGS.findLast((beginning) => beginning <= letters.length);
  return length === undefined ? null : beginnings(letters.slice(0, length).join(''));
}

/** Whether what `beginningInText` gives for a word stands for all of it. */
export function isKeptBeginning(word: string): boolean {
  return BEGINNINGS.some((length) => length === [...word].length);
}

/** The beginnings of words of a contact; of longer words the longest kept ones, and too short ones as whole words. */
export function beginningsInContact(words: readonly string[]): TokenQuery {
  return columnKeys().known.map((key) =>
    words.map((word) => {
      const letters = [...word];
      if (letters.length < shortestBeginning(word)) return token(key, 'whole', word);
      return token(key, 'beginning', letters.slice(0, LONGEST_BEGINNING).join(''));
    }),
  );
}

function beginnings(word: string): TokenQuery {
  return columnKeys().known.map((key) => [token(key, 'beginning', word)]);
}

// 32 bits are enough to find by, and too few to be sure by: many words share a token.
function token({ id, lookup }: ColumnKey, kind: 'whole' | 'beginning', word: string): number {
  const named = `${id}:${kind}:${word}`;
  const known = made.get(named);
  if (known !== undefined) return known;
  const fresh = createHmac('sha256', lookup).update(`${kind}:${word}`).digest().readInt32LE(0);
  if (made.size >= MOST_KEPT) made.clear();
  made.set(named, fresh);
  return fresh;
}

/** Most words are said again and again, not least our own: a turn spends several times as long without. */
const made = new Map<string, number>();
const MOST_KEPT = 20_000;
