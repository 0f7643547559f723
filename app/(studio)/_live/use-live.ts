'use client';

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { createLiveConnection, type LiveState } from './live-connection';
import type { LiveEvent } from './live-event';

const connection = createLiveConnection({
  open: () => new EventSource('/api/live'),
  later: (act, ms) => setTimeout(act, ms),
});

/** Hears what happens at the server while the component is there. All of a tab share one stream. */
export function useLive(onEvent: (event: LiveEvent) => void): void {
  const heard = useEffectEvent(onEvent);
  useEffect(() => connection.listen((event) => heard(event)), []);
}

/** How the stream stands: `live`, on its way back, or away. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(connection.subscribe, connection.state, () => 'reconnecting');
}
