'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { useTRPC } from '../_trpc/trpc';

/** How often it is asked on screens that hear nothing live. */
const QUIET_MS = 20_000;
const MOST_SHOWN = 99;

/** How many customers wait for somebody, or have written to me since I looked. */
export function InboxCount(): ReactElement | null {
  const counts = useQuery({ ...useTRPC().conversations.counts.queryOptions(), refetchInterval: QUIET_MS });
  if (!counts.data) return null;
  const { needsHuman, unreadMine } = counts.data;
  const count = needsHuman + unreadMine;
  if (count === 0) return null;
  const said = words.navigation.waiting(needsHuman, unreadMine);
  return (
    <span
      role="img"
      aria-label={said}
      title={said}
      className="absolute top-0.5 left-1/2 ml-1 min-w-4.5 rounded-full bg-danger px-1 text-center text-[0.6875rem] leading-[1.125rem] font-semibold text-surface tabular-nums"
    >
      {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
    </span>
  );
}
