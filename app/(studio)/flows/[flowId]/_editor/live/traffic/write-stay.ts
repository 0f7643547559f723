const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** How long people stay somewhere: "12 s", "5 min", "3 h", "2 d"; in the largest unit of which there are two or more. */
export function writeStay(seconds: number): string {
  if (seconds < 2 * MINUTE) return `${Math.round(seconds)} s`;
  if (seconds < 2 * HOUR) return `${Math.round(seconds / MINUTE)} min`;
  return seconds < 2 * DAY ? `${Math.round(seconds / HOUR)} h` : `${Math.round(seconds / DAY)} d`;
}
