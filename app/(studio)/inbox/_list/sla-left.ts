const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
/** The last stretch in which an answer is urgent. */
const SOON_MINUTES = 10;

export type SlaLeft = Readonly<{ state: 'fine' | 'soon' | 'over'; days: number; hours: number; minutes: number }>;

/** How long an officer has to answer, or how late they are; `dueAt` is ISO 8601. From two days on, days are enough. */
export function slaLeft(dueAt: string, now: Date): SlaLeft {
  const left = Math.floor((Date.parse(dueAt) - now.getTime()) / MINUTE_MS);
  const state = left < 0 ? 'over' : left <= SOON_MINUTES ? 'soon' : 'fine';
  const away = Math.abs(left);
  if (away >= 2 * DAY_MINUTES) return { state, days: Math.floor(away / DAY_MINUTES), hours: 0, minutes: 0 };
  return { state, days: 0, hours: Math.floor(away / HOUR_MINUTES), minutes: away % HOUR_MINUTES };
}
