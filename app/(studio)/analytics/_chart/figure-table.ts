import type { OpenedList } from '../_list/open-list';

/** Figures as a table: what a chart shows, what is exported, and what is read aloud. */
export type FigureTable = {
  /** The first is what a row is about; all others are figures. */
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
};

export type FigureRow = { readonly key: string; readonly cells: readonly FigureCell[] };

export type FigureCell = {
  /** As it is read. */
  readonly text: string;
  /** As it is exported; the text where it is left out. */
  readonly value?: number;
  /** Where the name of a row leads. */
  readonly href?: string;
  /** Who is behind the figure. */
  readonly list?: OpenedList;
};

/** The table as CSV that a spreadsheet opens: in UTF-8 with its mark, and no text that it would take for a formula. */
export function csvOf({ columns, rows }: FigureTable): string {
  const lines = [columns, ...rows.map(({ cells }) => cells.map(({ text, value }) => value ?? text))];
  return `\ufeff${lines.map((line) => line.map(fieldOf).join(',')).join('\r\n')}\r\n`;
}

function fieldOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
