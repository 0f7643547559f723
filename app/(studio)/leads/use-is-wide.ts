'use client';

import { useSyncExternalStore } from 'react';

/** Room for a table. */
const WIDE = '(min-width: 48rem)';

export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, isWide, () => true);
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

const isWide = (): boolean => matchMedia(WIDE).matches;
