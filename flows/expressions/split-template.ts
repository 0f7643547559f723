import { expressionLimits } from './limits';

/** A text as it is written: what it says, and the sources of its placeholders, unread. `at` is where the `{{` stands. */
export type TemplatePiece =
  | Readonly<{ type: 'text'; text: string }>
  | Readonly<{ type: 'placeholder'; source: string; at: number; isClosed: boolean }>;

/** Splits a text with `{{ }}` without reading what stands in them. A "{{" that is never closed goes on to the end. Total, linear. */
export function splitTemplate(source: string): TemplatePiece[] {
  const pieces: TemplatePiece[] = [];
  let at = 0;
  while (at < source.length) {
    const opening = source.indexOf('{{', at);
    if (opening !== at) pieces.push({ type: 'text', text: source.slice(at, opening === -1 ? undefined : opening) });
    if (opening === -1) break;
    const closing = endOfPlaceholder(source, opening + 2);
    const isClosed = closing !== -1;
    const inside = source.slice(opening + 2, isClosed ? closing : undefined);
    pieces.push({ type: 'placeholder', source: inside, at: opening, isClosed });
    if (!isClosed) break;
    at = closing + 2;
  }
  return pieces;
}

/** Where the next "}}" outside quotes is; a quote that is never closed does not hide it. -1: nowhere. */
function endOfPlaceholder(source: string, from: number): number {
  const plainEnd = source.indexOf('}}', from);
  if (plainEnd === -1) return -1;
  // No readable placeholder is longer, and the window bounds the work on thousands of quotes.
  const window = source.slice(from, from + expressionLimits.sourceLength + 2);
  for (const found of window.matchAll(QUOTED_OR_END)) {
    if (found[0] === '}}') return from + found.index;
  }
  return plainEnd;
}

const QUOTED_OR_END = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\}\}/g;
