'use client';

import { createContext, useContext } from 'react';
import type { Actor } from '@/server/auth/actor';

/** Who is signed in. */
export type Me = Omit<Actor, 'sessionId'>;

export const MeContext = createContext<Me | null>(null);

/** Who is signed in, for what a screen offers; what they may is decided by the server, every time. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe outside of the studio of somebody who is signed in');
  return me;
}
