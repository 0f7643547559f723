'use client';

import { useEffect } from 'react';

/** Reads the inspector's code while nothing else is to do, so that the first state one opens is there at once. */
export function useInspectorAtHand(): void {
  useEffect(() => {
    // Safari has no idle callbacks: there it is read when it is opened.
    if (!('requestIdleCallback' in window)) return;
    const waiting = requestIdleCallback(() => void import('./inspector/Inspector'));
    return () => cancelIdleCallback(waiting);
  }, []);
}
