'use client';

import { useLiveState } from '../../_live/use-live';

const ASKING_MS = 10_000;
/** Catches what nobody tells: a time that has passed, and what a broken stream missed. */
const HEARING_MS = 60_000;

/** How often what is shown of leads is read again by itself: seldom while the live stream tells what happens. */
export function useQuietMs(): number {
  return useLiveState() === 'live' ? HEARING_MS : ASKING_MS;
}
