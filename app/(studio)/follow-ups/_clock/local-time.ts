const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A moment as a field of the browser writes it, in the timezone of the person who looks: "2026-12-01T10:30". */
export function toLocalField(at: Date): string {
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * MINUTE_MS);
  return shifted.toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length);
}

/** The moment that a field of the browser names, ISO 8601; null while it names none. */
export function fromLocalField(value: string): string | null {
  const at = new Date(value);
  return value === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Midnight of a day on the calendar of the person who looks, so many days from the day of `at`. */
export function startOfDay(at: Date, days = 0): Date {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + days);
}

/** How many days on the calendar lie between two moments: 0 for the same day, 1 for the next. */
export function daysBetween(from: Date, to: Date): number {
  // Rounded: a day on which the clocks change is not 24 hours long.
  return Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / DAY_MS);
}
