import { allowedTime } from '../outreach/allowed-hours';
import { OFFICE_TIMEZONE, type OfficeTime, officeMsBetween } from './office-time';

/** How long somebody has waited, in ms while the office was open; by the clock where officers are always there. */
export function waitedMs(office: OfficeTime | null, fromMs: number, nowMs: number): number {
  return office === null ? Math.max(0, nowMs - fromMs) : officeMsBetween(office, fromMs, nowMs);
}

/** The moment (ms since the epoch) at which somebody who waits since `fromMs` will have waited so long. */
export function waitEndsMs(office: OfficeTime | null, fromMs: number, lengthMs: number): number {
  if (office === null) return fromMs + lengthMs;
  let leftMs = lengthMs;
  for (let atMs = fromMs; ; ) {
    const time = allowedTime(office, atMs, OFFICE_TIMEZONE);
    if (time === undefined) return Number.POSITIVE_INFINITY;
    const beginsMs = Math.max(atMs, time.fromMs);
    if (beginsMs + leftMs <= time.untilMs) return beginsMs + leftMs;
    leftMs -= time.untilMs - beginsMs;
    atMs = time.untilMs;
  }
}
