/** UTF-16 offsets into a text, end exclusive. */
export type TextRange = Readonly<{ start: number; end: number }>;

/** Small and capital letters are the same unless said otherwise; a whole word has no letter before or behind it. */
export type Matching = Readonly<{ isCaseSensitive?: boolean; isWholeWord?: boolean }>;

/**
 * Where a text says something, from left to right. It does not matter how marks are composed. A match never cuts a letter
 * from its accent or an emoji into parts; a syllable's consonant is found without its vowel sign.
 */
export function findInText(text: string, query: string, matching: Matching = {}): TextRange[] {
  const wanted = fold(query, matching);
  const whole = fold(text, matching);
  if (wanted === '' || !whole.includes(wanted)) return [];
  const { folded, starts, ends } = isUnitByUnit(text, whole) ? sameOffsets(whole) : foldWithOffsets(text, matching);
  const ranges: TextRange[] = [];
  for (let at = folded.indexOf(wanted); at !== -1; ) {
    const start = starts[at];
    const end = ends[at + wanted.length - 1];
    const isWhole = typeof start === 'number' && typeof end === 'number' && isMatch(text, { start, end }, matching);
    if (isWhole) ranges.push({ start, end });
    at = folded.indexOf(wanted, isWhole ? at + wanted.length : at + 1);
  }
  return ranges;
}

/** The text made comparable: composed, and in small letters unless case counts. */
function fold(text: string, { isCaseSensitive }: Matching): string {
  const composed = text.normalize('NFC');
  // By way of capitals, so that "ß" is "ss" and a final "ς" an "σ" that stands last.
  return isCaseSensitive ? composed : composed.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/** For each unit of the folded text where it begins and ends in the original; null inside what can't be parted there. */
type Folded = Readonly<{ folded: string; starts: readonly (number | null)[]; ends: readonly (number | null)[] }>;

/** Folding only ever makes a text longer, so one that was composed and kept its length was folded in place. */
function isUnitByUnit(text: string, folded: string): boolean {
  return folded.length === text.length && text.normalize('NFC') === text;
}

function sameOffsets(folded: string): Folded {
  const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
  const places = Array.from({ length: folded.length + 1 }, (_, at) => (isLow(folded.charCodeAt(at)) ? null : at));
  return { folded, starts: places, ends: places.slice(1) };
}

/** A sign with the marks on it; nothing is composed beyond. Parts of Korean syllables compose without being marks. */
const CLUSTER = /[^\p{M}\u1160-\u11FF]?[\p{M}\u1160-\u11FF]*/gu;

function foldWithOffsets(text: string, matching: Matching): Folded {
  const starts: (number | null)[] = [];
  const ends: (number | null)[] = [];
  let folded = '';
  const add = (piece: string, start: number, end: number): void => {
    for (let index = 0; index < piece.length; index += 1) {
      starts.push(index === 0 ? start : null);
      ends.push(index === piece.length - 1 ? end : null);
    }
    folded += piece;
  };
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const whole = fold(cluster, matching);
    let [at, done] = [0, 0];
    for (const sign of cluster) {
      const piece = fold(sign, matching);
      if (!whole.startsWith(piece, done)) break;
      add(piece, index + at, index + at + sign.length);
      at += sign.length;
      done += piece.length;
    }
    if (done < whole.length) add(whole.slice(done), index + at, index + cluster.length);
  }
  return { folded, starts, ends };
}

const LETTER = '[\\p{L}\\p{M}\\p{N}_\\u200C\\u200D]';
const LETTER_BEFORE = new RegExp(`${LETTER}$`, 'u');
const LETTER_BEHIND = new RegExp(`^${LETTER}`, 'u');
const EMOJI_GOES_ON = /^(?:\u200D\p{Extended_Pictographic}|\uFE0F|\p{Emoji_Modifier})/u;
const EMOJI_BEGAN = /\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*\u200D$/u;

function isMatch(text: string, { start, end }: TextRange, { isWholeWord }: Matching): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_LOOK), start);
  const behind = text.slice(end, end + LONGEST_LOOK);
  if (EMOJI_GOES_ON.test(behind) || EMOJI_BEGAN.test(before)) return false;
  return !isWholeWord || !(LETTER_BEFORE.test(before) || LETTER_BEHIND.test(behind));
}

/** Units: an emoji with a skin tone and a joiner. */
const LONGEST_LOOK = 8;
