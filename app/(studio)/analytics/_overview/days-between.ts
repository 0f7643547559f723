const DAY_MS = 86_400_000;

/** All days from the first to the last, ISO dates: one on which nothing happened is one too. */
export function daysBetween(from: string, until: string): readonly string[] {
  const days: string[] = [];
  for (let ms = Date.parse(from); ms <= Date.parse(until); ms += DAY_MS) {
    days.push(new Date(ms).toISOString().slice(0, 10));
  }
  return days;
}
