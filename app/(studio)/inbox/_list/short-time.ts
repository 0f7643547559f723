import { clockTime } from '../../_phone/day-label';

/** Today the time, else the day: as short as a list wants it. */
export function shortTime(iso: string, now: Date): string {
  const at = new Date(iso);
  if (at.toDateString() === now.toDateString()) return clockTime(iso);
  const year = at.getFullYear() === now.getFullYear() ? {} : ({ year: '2-digit' } as const);
  return at.toLocaleDateString('en-IN', { day: 'numeric', month: 'short', ...year });
}
