import { words } from '@/app/_words/en';
import { writeDuration } from '../../_figures/write-figure';

const { none, span } = words.analytics;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long something took, in the unit in which people would say it: "850 ms", "4 min", "2.5 h", "3 days"; null is a dash. */
export function writeSpan(milliseconds: number | null): string {
  if (milliseconds === null) return none;
  if (milliseconds < MINUTE_MS) return writeDuration(milliseconds);
  if (milliseconds < HOUR_MS) return span.minutes(String(Math.round(milliseconds / MINUTE_MS)));
  if (milliseconds < 2 * DAY_MS) return span.hours(oneDigit(milliseconds / HOUR_MS));
  return span.days(oneDigit(milliseconds / DAY_MS));
}

function oneDigit(value: number): string {
  return String(Math.round(value * 10) / 10);
}
