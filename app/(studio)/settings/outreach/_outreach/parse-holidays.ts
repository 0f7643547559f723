import type { Holiday } from './outreach-types';

export type ParsedHolidays = {
  readonly days: readonly Holiday[];
  /** Lines that name no day. */
  readonly unread: readonly string[];
};

const LONGEST_NAME = 80; // as the server takes it

/** Reads a pasted list, one day a line: the date as 2027-03-22, 22/3/2027 or 22 Mar 2027, then its name. Empty lines are nothing. */
export function parseHolidays(text: string, unnamed: string): ParsedHolidays {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const read = lines.map((line) => ({ line, day: readLine(line, unnamed) }));
  return {
    days: read.flatMap(({ day }) => day ?? []),
    unread: read.filter(({ day }) => day === null).map(({ line }) => line),
  };
}

/** Both lists by date, each day once: the name that was there first stays. */
export function mergeHolidays(kept: readonly Holiday[], added: readonly Holiday[]): Holiday[] {
  const byDate = new Map([...added, ...kept].map((day) => [day.date, day]));
  return [...byDate.values()].sort((a, b) => a.date.localeCompare(b.date));
}

function readLine(line: string, unnamed: string): Holiday | null {
  for (const { shape, order } of shapes) {
    const match = shape.exec(line);
    if (!match) continue;
    const date = dateOf(order.map((place) => match[place] ?? ''));
    const name = line
      .slice(match[0].length)
      .replace(/^[\s,;:–-]+/, '')
      .slice(0, LONGEST_NAME);
    return date === null ? null : { date, name: name === '' ? unnamed : name };
  }
  return null;
}

/** `order`: where the year, the month and the day stand. India writes the day first. */
const shapes = [
  { shape: /^(\d{4})-(\d{1,2})-(\d{1,2})/, order: [1, 2, 3] },
  { shape: /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/, order: [3, 2, 1] },
  { shape: /^(\d{1,2})\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})/, order: [3, 2, 1] },
] as const;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dateOf([year = '', monthText = '', dayText = '']: readonly string[]): string | null {
  const month = /\d/.test(monthText) ? Number(monthText) : months.indexOf(monthText.slice(0, 3).toLowerCase()) + 1;
  const date = `${year}-${String(month).padStart(2, '0')}-${dayText.padStart(2, '0')}`;
  const at = new Date(`${date}T00:00:00Z`);
  // The 31st of a month without one would be the first of the next.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : null;
}
