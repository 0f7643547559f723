/** Milliseconds of a duration as Inngest writes them (`1w2d3h4m5s`, `500ms`); undefined when it is none. */
export function durationMs(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ms|[smhdw]))+$/.test(text)) return;
  return [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (unitMs[unit ?? ''] ?? 0),
    0,
  );
}

/** The moment that a duration from now, or an ISO date, names; a year from now when it names none. */
export function momentMs(text: string | null | undefined, nowMs: number): number {
  if (!text) return nowMs + longestMs;
  const duration = durationMs(text);
  const at = duration === undefined ? Date.parse(text) : nowMs + duration;
  return Number.isNaN(at) ? nowMs + longestMs : Math.min(at, nowMs + longestMs);
}

const unitMs: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
const longestMs = 365 * 86_400_000; // Inngest's longest sleep
