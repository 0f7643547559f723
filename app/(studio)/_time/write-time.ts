/** A moment as "Tue, 1 Dec, 10:00 am"; what is no time stays as it is. */
export function writeTime(iso: string, timezone?: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const shape = { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' } as const;
  return at.toLocaleString('en-IN', { ...shape, ...(timezone ? { timeZone: timezone } : {}) });
}
