import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** The present, to the minute: what counts down on a screen is drawn anew by one clock for all. */
export function useMinute(): Date {
  return new Date(useSyncExternalStore(subscribe, read, read));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const one of listeners) one();
  }, MINUTE_MS / 4);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function read(): number {
  return Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
}
