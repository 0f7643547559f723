import type { TextRange } from '@/flows/edit/find-in-text';

export type MatchPart = Readonly<{ text: string; isMatch: boolean }>;

/** Letters that are shown before the first match and after where it begins. */
const BEFORE = 40;
const AFTER = 220;

/** A text cut into what matches and what lies between. */
export function matchParts(text: string, ranges: readonly TextRange[]): readonly MatchPart[] {
  const parts: MatchPart[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (start > at) parts.push({ text: text.slice(at, start), isMatch: false });
    parts.push({ text: text.slice(start, end), isMatch: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isMatch: false });
  return parts;
}

/** The same around the first match only, cut between words and marked with "…" where something is left out. */
export function excerptParts(text: string, ranges: readonly TextRange[]): readonly MatchPart[] {
  const first = ranges[0] ?? { start: 0, end: 0 };
  const from = first.start > BEFORE ? wordStartAfter(text, first.start - BEFORE, first.start) : 0;
  const latest = Math.max(first.start + AFTER, first.end);
  const to = latest < text.length ? wordEndBefore(text, latest, first.end) : text.length;
  const inside = ranges
    .filter(({ start, end }) => start >= from && end <= to)
    .map(({ start, end }) => ({ start: start - from, end: end - from }));
  return [
    ...(from > 0 ? [{ text: '…', isMatch: false }] : []),
    ...matchParts(text.slice(from, to), inside),
    ...(to < text.length ? [{ text: '…', isMatch: false }] : []),
  ];
}

/** The first beginning of a word in `from..latest`; `latest` where there is none: a letter must not be cut in two. */
function wordStartAfter(text: string, from: number, latest: number): number {
  const space = text.slice(from, latest).search(/\s/);
  return space === -1 ? latest : from + space + 1;
}

function wordEndBefore(text: string, to: number, earliest: number): number {
  for (let at = to; at > earliest; at -= 1) if (/\s/.test(text[at] ?? '')) return at;
  return earliest;
}
