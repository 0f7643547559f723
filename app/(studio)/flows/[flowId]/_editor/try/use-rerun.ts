'use client';

import { useEffect, useRef } from 'react';
import { useTryStore } from './try-context';

/** How long each turn is shown while the conversation is walked through again. */
const PACE_MS = 800;

/** Plays again and walks through the conversation from a step to its end, with the drawing beside it. */
export function useRerun(): (step: number) => void {
  const store = useTryStore();
  const timer = useRef<ReturnType<typeof setInterval>>(undefined);
  useEffect(() => () => clearInterval(timer.current), []);
  return (step) => {
    clearInterval(timer.current);
    const { played, playAgain, lookAt } = store.getState();
    playAgain();
    const from = played?.play.turns.findIndex((turn) => turn.step >= step) ?? -1;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    lookAt(from < 0 || isStill ? null : from);
    let shown = from;
    timer.current = setInterval(() => {
      // Who moves on by themselves is not moved any more.
      if (store.getState().lookedAt === shown) store.getState().lookAt(++shown);
      if (store.getState().lookedAt !== shown) clearInterval(timer.current); // the end is no turn
    }, PACE_MS);
  };
}
