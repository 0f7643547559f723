const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** As long as free words are possible after a customer wrote (Cloud API, customer service window). */
const WINDOW_MS = 24 * HOUR_MS;

export type WindowLeft = Readonly<{
  hours: number;
  minutes: number;
  /** 0..1 of the whole window. */
  share: number;
  /** soon: under four hours; last: under one. */
  urgency: 'calm' | 'soon' | 'last';
}>;

/** What is left of the 24 hours; null when they are over or never began. `endsAt` is ISO 8601. */
export function windowLeft(endsAt: string | null, now: Date): WindowLeft | null {
  const leftMs = endsAt === null ? 0 : Date.parse(endsAt) - now.getTime();
  if (!(leftMs > 0)) return null;
  return {
    hours: Math.floor(leftMs / HOUR_MS),
    minutes: Math.floor((leftMs % HOUR_MS) / MINUTE_MS),
    share: Math.min(1, leftMs / WINDOW_MS),
    urgency: leftMs < HOUR_MS ? 'last' : leftMs < 4 * HOUR_MS ? 'soon' : 'calm',
  };
}
