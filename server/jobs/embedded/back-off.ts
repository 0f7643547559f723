/** Milliseconds to wait after attempt `attempt` (0 is the first) has failed: Inngest's table, and up to 30 s of chance. */
export function backOffMs(attempt: number): number {
  const seconds = tableSeconds[Math.min(attempt, tableSeconds.length - 1)] ?? 7200;
  return seconds * 1_000 + Math.random() * 30_000;
}

/** What a Retry-After header asks for, 1 s to 24 h; undefined without one. It holds seconds, or a date. */
export function retryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (!header) return;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - nowMs;
  if (Number.isNaN(ms)) return;
  return Math.min(86_400_000, Math.max(1_000, ms)); // the reference server's bounds
}

const tableSeconds = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200];
