import { startOfDay } from './local-time';

const USUAL_HOUR = 11;

/** When one writes again unless told otherwise: tomorrow at 11 am. */
export function usualTime(now: Date): Date {
  const day = startOfDay(now, 1);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), USUAL_HOUR);
}
