import { type LiveEvent, readLiveEvent } from './live-event';

export type LiveState = 'live' | 'reconnecting' | 'offline';

/** What of the browser's `EventSource` is used. */
type Source = Readonly<{
  close: () => void;
  addEventListener: (type: string, listener: (event: MessageEvent) => void) => void;
}>;

type Setup = Readonly<{
  open: () => Source;
  /** Runs an act after so many milliseconds. */
  later: (act: () => void, ms: number) => unknown;
}>;

export type LiveConnection = Readonly<{
  /** Opens the stream with the first listener and closes it with the last; gives the way to leave. */
  listen: (onEvent: (event: LiveEvent) => void) => () => void;
  subscribe: (onChange: () => void) => () => void;
  state: () => LiveState;
}>;

/** After so many failures in a row the screen says that it is offline; it goes on trying. */
const FAILURES_UNTIL_OFFLINE = 4;
const RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 15_000;

const names = ['conversation', 'presence', 'counts'] as const;

/** One stream of events for everything in a tab. It comes back by itself; each time it opens it says so, for what happened before was not told. */
export function createLiveConnection({ open, later }: Setup): LiveConnection {
  const listeners = new Set<(event: LiveEvent) => void>();
  const watchers = new Set<() => void>();
  let state: LiveState = 'reconnecting';
  let source: Source | null = null;
  let failures = 0;

  const tell = (event: LiveEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const become = (next: LiveState): void => {
    if (next === state) return;
    state = next;
    for (const watcher of watchers) watcher();
  };
  const connect = (): void => {
    if (source !== null || listeners.size === 0) return;
    const opened = open();
    source = opened;
    opened.addEventListener('open', () => {
      failures = 0;
      become('live');
      tell({ type: 'opened' });
    });
    opened.addEventListener('error', () => {
      if (source !== opened) return;
      // The browser gives up on its own where the server refused; we do not, and so the pace is always ours.
      opened.close();
      source = null;
      failures++;
      become(failures >= FAILURES_UNTIL_OFFLINE ? 'offline' : 'reconnecting');
      later(connect, Math.min(RETRY_MS * failures, LONGEST_RETRY_MS));
    });
    for (const name of names) {
      opened.addEventListener(name, (message) => {
        const event = readLiveEvent(name, String(message.data));
        if (event) tell(event);
      });
    }
  };

  return {
    listen(onEvent) {
      listeners.add(onEvent);
      connect();
      return () => {
        listeners.delete(onEvent);
        if (listeners.size > 0) return;
        source?.close();
        source = null;
        become('reconnecting');
      };
    },
    subscribe(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
    state: () => state,
  };
}
