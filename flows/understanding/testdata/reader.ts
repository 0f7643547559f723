import { loadReader } from '../load-reader';
import type { UnderstandingContext } from '../understand';

/** The reader of the shipped languages, and short ways to ask it, for tests. */
export const reader = loadReader();

export const context: UnderstandingContext = {
  language: 'en',
  expects: [],
  now: '2026-11-23T10:00:00+05:30',
  timezone: 'Asia/Kolkata',
};

export function read(text: string, changes: Partial<UnderstandingContext> = {}) {
  return reader.understand([{ messageId: 'message-1', text }], { ...context, ...changes });
}

export function slotsOf(text: string, changes: Partial<UnderstandingContext> = {}): Record<string, unknown> {
  const { slots } = read(text, changes);
  return Object.fromEntries(Object.entries(slots).map(([name, { value }]) => [name, value]));
}
