'use client';

import { useEffect, useEffectEvent } from 'react';
import { tinykeys } from 'tinykeys';
import { useActs } from '../_acts/acts-store';
import { keysOfActs } from '../_acts/possible-acts';
import type { ConversationAct } from '../_acts/use-conversation-acts';
import { mayRun } from './may-run';

/** Lets keys run the acts of the open conversation. */
export function ConversationKeys({ acts }: { readonly acts: readonly ConversationAct[] }): null {
  const run = useEffectEvent((key: string, event: KeyboardEvent) => {
    if (!mayRun(event) || useActs.getState().dialog !== null) return;
    const act = acts.find((one) => one.key === key);
    if (!act) return;
    event.preventDefault();
    act.run();
  });
  useEffect(() => {
    const keys = Object.values(keysOfActs);
    return tinykeys(window, Object.fromEntries(keys.map((key) => [key, (event) => run(key, event)])));
  }, []);
  return null;
}
