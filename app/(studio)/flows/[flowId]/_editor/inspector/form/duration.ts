/** In seconds. */
export const durationUnits = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 } as const;
export type DurationUnit = keyof typeof durationUnits;

/** The largest unit that some seconds are a whole number of. */
export function unitOf(seconds: number): DurationUnit {
  if (seconds === 0) return 'minutes';
  if (seconds % durationUnits.days === 0) return 'days';
  if (seconds % durationUnits.hours === 0) return 'hours';
  return seconds % durationUnits.minutes === 0 ? 'minutes' : 'seconds';
}
