import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';

/**
 * Runs `send`, and calls `onLeave` just before the first byte of each of its requests goes to the network. Node tells it
 * for `fetch` (undici's diagnostics channels); a client that tells nothing leaves it uncalled.
 */
export function seeRequestsLeave<Result>(send: () => Promise<Result>, onLeave: () => void): Promise<Result> {
  return watch().run(onLeave, send);
}

/** One for the process: Next gives each of its bundles a module of its own. */
declare global {
  var vaartaRequestWatch: AsyncLocalStorage<() => void> | undefined;
}

function watch(): AsyncLocalStorage<() => void> {
  if (globalThis.vaartaRequestWatch) return globalThis.vaartaRequestWatch;
  const storage = new AsyncLocalStorage<() => void>();
  // A request is made in the context of its `fetch`, but may be written in that of another.
  const watched = new WeakMap<object, () => void>();
  subscribe('undici:request:create', (message) => {
    const onLeave = storage.getStore();
    const request = requestOf(message);
    if (onLeave && request) watched.set(request, onLeave);
  });
  subscribe('undici:client:sendHeaders', (message) => {
    const request = requestOf(message);
    if (request) watched.get(request)?.();
  });
  globalThis.vaartaRequestWatch = storage;
  return storage;
}

function requestOf(message: unknown): object | undefined {
  if (typeof message !== 'object' || message === null || !('request' in message)) return undefined;
  return typeof message.request === 'object' && message.request !== null ? message.request : undefined;
}
