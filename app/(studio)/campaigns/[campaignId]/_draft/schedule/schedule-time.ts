/** An ISO moment as a field for date and time shows it, in the time of this browser: "2026-12-01T10:00". */
export function toField(iso: string | null): string {
  if (iso === null) return '';
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);
}

/** What such a field says as an ISO moment; null for an empty or unfinished one. */
export function fromField(value: string): string | null {
  const at = new Date(value);
  return value === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

const MINUTE_MS = 60_000;
