let lastMs = Number.NaN;
let lastText = '';

/** A moment as ISO 8601 UTC; a turn asks for the same moment many times. */
export function dateText(ms: number): string {
  if (ms !== lastMs) {
    lastText = new Date(ms).toISOString();
    lastMs = ms;
  }
  return lastText;
}
