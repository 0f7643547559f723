import type { AuditAsked, AuditFilter } from './audit-types';

const DAY_MS = 86_400_000;

/** The filter as the server takes it: days are whole days where the reader is, the last one included. */
export function toAsked({ search, act, actorId, from, until }: AuditFilter): AuditAsked {
  return { search: search.trim() || null, act, actorId, from: midnight(from, 0), until: midnight(until, DAY_MS) };
}

/** The moment at which a day begins, `laterMs` on; null for what is no day. */
function midnight(day: string, laterMs: number): string | null {
  const begins = new Date(`${day}T00:00`).getTime();
  return Number.isNaN(begins) ? null : new Date(begins + laterMs).toISOString();
}
