'use client';

import { useSyncExternalStore } from 'react';

/** Below this a table has no room: Tailwind's `md`. */
const NARROW = '(max-width: 47.99rem)';

/** True where the window has room for one text at a time only. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, isNarrow, onServer);
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

const isNarrow = (): boolean => matchMedia(NARROW).matches;
const onServer = (): boolean => false;
