import { setImmediate } from 'node:timers/promises';
import Papa from 'papaparse';
import { decodeText } from './decode-text';

const pieceSize = 64 * 1024;

/**
 * The rows of a text file, empty ones included; cells are separated by commas, semicolons, tabs or bars, whichever it uses. Is
 * read in pieces, between which other requests are answered.
 */
export async function* readCsv(bytes: Uint8Array): AsyncGenerator<readonly string[]> {
  const { text, delimiter } = withoutHint(decodeText(bytes));
  // Not Papa's own stream: of 100,000 short rows it makes minutes.
  const parser = new Papa.Parser({ delimiter: delimiter ?? guessDelimiter(text), newline: lineEnding(text) });
  for (let at = 0, size = pieceSize; at < text.length; await setImmediate()) {
    const isLast = at + size >= text.length;
    const { data, meta }: Papa.ParseResult<string[]> = parser.parse(text.slice(at, at + size), 0, !isLast);
    yield* data;
    if (isLast) return;
    // A row that is longer than the piece needs a larger one.
    size = meta.cursor === 0 ? size * 2 : pieceSize;
    at += meta.cursor;
  }
}

/** Excel may write "sep=;" above the header. */
function withoutHint(text: string): { readonly text: string; readonly delimiter?: string } {
  const hint = /^sep=(.)\r?\n/.exec(text);
  return hint?.[1] ? { text: text.slice(hint[0].length), delimiter: hint[1] } : { text };
}

function lineEnding(text: string): '\r\n' | '\n' | '\r' {
  const beginning = text.slice(0, pieceSize);
  if (beginning.includes('\r\n')) return '\r\n';
  return beginning.includes('\n') ? '\n' : '\r';
}

const delimiters = [',', ';', '\t', '|'] as const;

/** The one that parts the first rows into the same number of cells, and into the most. */
function guessDelimiter(text: string): string {
  const preview = 20;
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(text.slice(0, pieceSize), { delimiter, preview, skipEmptyLines: true });
    const [header, ...rows] = data.map((row) => row.length);
    const alike = rows.filter((length) => length === header).length;
    const score = header === undefined || header < 2 ? 0 : (1 + alike) / (1 + rows.length) + header / 1_000;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
