import { log } from '../../log';
import { type LiveEvent, readNotification } from './live-event';
import { type Listening, listenToInbox } from './store';

type Listener = (event: LiveEvent | 'everything') => void;

/**
 * One connection of this process hears what happens in conversations, as long as anybody listens. `everything` is told when it
 * was away and something may have been missed. Gives back what ends the listening.
 */
export function onLive(listener: Listener): () => void {
  const hub = hubOfProcess();
  hub.listeners.add(listener);
  connect(hub);
  return () => {
    hub.listeners.delete(listener);
    if (hub.listeners.size === 0) disconnect(hub);
  };
}

type Hub = {
  readonly listeners: Set<Listener>;
  listening: Promise<Listening | undefined> | undefined;
  retry: ReturnType<typeof setTimeout> | undefined;
  wasAway: boolean;
};

const AGAIN_MS = 1_000;

function connect(hub: Hub): void {
  if (hub.listening !== undefined || hub.listeners.size === 0) return;
  clearTimeout(hub.retry);
  const listening: Promise<Listening | undefined> = listenToInbox(
    (payload) => {
      const event = readNotification(payload);
      if (event) tell(hub, event);
    },
    () => hub.listening === listening && reconnect(hub),
  ).then(
    (connection) => {
      if (hub.wasAway) tell(hub, 'everything');
      hub.wasAway = false;
      return connection;
    },
    (error: unknown) => {
      log.warn({ err: error }, 'live.notListening');
      if (hub.listening === listening) reconnect(hub);
      return undefined;
    },
  );
  hub.listening = listening;
}

function reconnect(hub: Hub): void {
  hub.listening = undefined;
  hub.wasAway = true;
  clearTimeout(hub.retry);
  hub.retry = setTimeout(() => connect(hub), AGAIN_MS);
}

function disconnect(hub: Hub): void {
  clearTimeout(hub.retry);
  const { listening } = hub;
  hub.listening = undefined;
  hub.wasAway = false;
  void listening?.then((connection) => connection?.end());
}

function tell(hub: Hub, event: LiveEvent | 'everything'): void {
  for (const listener of hub.listeners) listener(event);
}

/** Next gives each route a bundle with modules of its own: what they share lives here. */
function hubOfProcess(): Hub {
  globalThis.vaartaLiveHub ??= { listeners: new Set(), listening: undefined, retry: undefined, wasAway: false };
  return globalThis.vaartaLiveHub;
}

declare global {
  var vaartaLiveHub: Hub | undefined;
}
