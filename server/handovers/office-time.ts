import type { ProductFacts } from '@/prompts/facts/product-facts';
import { allowedTime } from '../outreach/allowed-hours';
import type { OutreachSettings } from '../outreach/outreach-settings';

/** Where the officers sit. */
export const OFFICE_TIMEZONE = 'Asia/Kolkata';

/** When officers are at work: the office of the product facts, without the holidays on which nobody is written to either. */
export type OfficeTime = Pick<OutreachSettings, 'hours' | 'holidays'>;

export function officeTimeOf(facts: ProductFacts, { holidays }: Pick<OutreachSettings, 'holidays'>): OfficeTime {
  const { office_days: days, office_from_hour: from, office_to_hour: to } = facts;
  return { hours: { days, opens: clock(from), closes: clock(to) }, holidays };
}

/** How many milliseconds between two moments (ms since the epoch) the office was open. */
export function officeMsBetween(office: OfficeTime, fromMs: number, toMs: number): number {
  let openMs = 0;
  for (let atMs = fromMs; atMs < toMs; ) {
    const time = allowedTime(office, atMs, OFFICE_TIMEZONE);
    if (time === undefined) break;
    openMs += Math.max(0, Math.min(toMs, time.untilMs) - Math.max(atMs, time.fromMs));
    atMs = time.untilMs;
  }
  return openMs;
}

/** A whole hour of the day; midnight at its end is its last minute. */
function clock(hour: number): string {
  return hour === 24 ? '23:59' : `${String(hour).padStart(2, '0')}:00`;
}
