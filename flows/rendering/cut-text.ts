import { visibleLength } from '../schema/whatsapp-limits';

/** A text of at most `limit` characters: shortened with an ellipsis if need be, never within a syllable or an emoji. */
export function fitText(text: string, limit: number): string {
  if (visibleLength(text) <= limit) return text;
  return `${text.slice(0, boundaryAtMost(text, limit - 1)).trimEnd()}…`;
}

/**
 * A text as pieces of at most `limit` characters, none empty, in order, with nothing lost but blanks where it was cut.
 * Cuts at the end of a paragraph, a line, a sentence or a word if one is in the second half of the piece, and otherwise
 * between two graphemes.
 */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (visibleLength(rest) > limit) {
    const cut = bestCut(rest, limit);
    pieces.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}

/** Where a reader would pause, the longest pause first. The danda ends a sentence in Hindi. */
const pauses = [/\n\s*\n/g, /\n/g, /[.!?।…]["”')]*\s/g, /\s/g];

function bestCut(text: string, limit: number): number {
  const window = text.slice(0, boundaryAtMost(text, limit));
  for (const pause of pauses) {
    const last = [...window.matchAll(pause)].at(-1);
    if (last && last.index >= window.length / 2) return last.index + last[0].length;
  }
  return window.length;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The last place at or before `limit` (> 0) that is between two graphemes, or failing that between two code points. */
function boundaryAtMost(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  // What stands far behind the limit doesn't decide whether it is a boundary; in a long text it would only cost time.
  const segments = graphemes.segment(text.slice(0, limit + 32));
  let boundary = segments.containing(limit)?.index ?? 0;
  while (boundary > 0 && splitsConjunct(text, boundary)) boundary = segments.containing(boundary - 1)?.index ?? 0;
  if (boundary > 0) return boundary;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) && limit > 1;
  return splitsPair ? limit - 1 : limit;
}

/**
 * Whether a virama before the place joins the letter after it, as in ಕ್ಷ. Unicode's graphemes end there in Kannada; people
 * would see a broken letter. In Tamil the same sign ends a letter, but in its two conjuncts.
 */
function splitsConjunct(text: string, place: number): boolean {
  const isTamilConjunct = /^(க்ஷ|ஸ்ர)$/.test(text.slice(place - 2, place + 1));
  const endsInVirama = /[\u094D\u0C4D\u0CCD]\u200D?$/.test(text.slice(place - 2, place));
  return isTamilConjunct || (endsInVirama && /^\p{L}/u.test(text.slice(place, place + 2)));
}
