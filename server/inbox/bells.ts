/**
 * How one part of this process tells another that there is work, without waiting for its next look at the database. A bell
 * is only a hint: whoever listens also looks by itself now and then.
 */
export type Bell = 'turns' | 'outbox' | 'statuses' | 'facts' | 'files';

/** Rings after `delayMs`. */
export function ring(bell: Bell, delayMs = 0): void {
  for (const listener of listeners()[bell]) listener(delayMs);
}

/** Calls `listener` at each ring, until the returned function is called. */
export function onRing(bell: Bell, listener: (delayMs: number) => void): () => void {
  listeners()[bell].add(listener);
  return () => listeners()[bell].delete(listener);
}

type Listeners = Readonly<Record<Bell, Set<(delayMs: number) => void>>>;

function listeners(): Listeners {
  globalThis.vaartaBells ??= {
    turns: new Set(),
    outbox: new Set(),
    statuses: new Set(),
    facts: new Set(),
    files: new Set(),
  };
  return globalThis.vaartaBells;
}

/** Next gives each route a bundle with modules of its own: what they share lives here. */
declare global {
  var vaartaBells: Listeners | undefined;
}
