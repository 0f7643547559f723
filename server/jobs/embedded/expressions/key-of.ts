import { evaluate } from './evaluate';

/** The text that an expression gives for an event, such as the key of a limit; empty where it gives none. */
export function keyOf(expression: string | null | undefined, event: unknown): string {
  if (!expression) return '';
  const value = evaluate(expression, { event, events: [event] });
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(plain(value)) : String(value);
}

/** The number that an expression gives for an event; 0 where it gives none. */
export function numberOf(expression: string | null | undefined, event: unknown): number {
  if (!expression) return 0;
  const value = evaluate(expression, { event, events: [event] });
  const number = typeof value === 'bigint' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : 0;
}

/** What JSON can write: the expression's maps and whole numbers are of kinds that it doesn't know. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof Map)) return value;
  return Object.fromEntries([...value].map(([key, inner]) => [String(key), plain(inner)]));
}
