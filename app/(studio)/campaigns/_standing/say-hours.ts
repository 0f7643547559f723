import { words } from '@/app/_words/en';
import type { OutreachSettings } from '@/server/outreach/outreach-settings';

/** When people may be written to first: "Mon to Sat, 10:00 to 18:00", in a sentence. */
export function sayHours({ hours: { days, opens, closes } }: Pick<OutreachSettings, 'hours'>): string {
  return words.campaigns.draft.schedule.hours(sayDays(days), opens, closes);
}

/** Days of the week, 1 is Monday: a stretch of them by its ends, others one by one. */
export function sayDays(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return '';
  const isStretch = sorted.length > 2 && last - first === sorted.length - 1;
  return isStretch ? `${nameOf(first)} to ${nameOf(last)}` : sorted.map(nameOf).join(', ');
}

const DAY_MS = 86_400_000;
const aMondayMs = Date.UTC(2026, 0, 5);

function nameOf(day: number): string {
  return names.format(new Date(aMondayMs + (day - 1) * DAY_MS));
}

const names = new Intl.DateTimeFormat('en-IN', { weekday: 'short', timeZone: 'UTC' });
