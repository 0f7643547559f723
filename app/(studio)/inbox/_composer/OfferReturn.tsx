'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { useMinute } from '../../_lead/use-minute';
import { useMe } from '../../_me/use-me';
import { useTRPC } from '../../_trpc/trpc';
import { useActs } from '../_acts/acts-store';
import type { Thread } from '../inbox-types';
import { silentMinutes } from './silent-minutes';

const texts = words.inbox.offerReturn;

/** Asks whoever has the conversation and has been silent for long whether the bot should go on: nobody is forgotten. */
export function OfferReturn({ thread }: { readonly thread: Thread }): ReactElement | null {
  const { id: myId } = useMe();
  const show = useActs((acts) => acts.show);
  const isMine = thread.owner?.id === myId;
  const { data } = useQuery({ ...useTRPC().handovers.settings.queryOptions(), enabled: isMine, staleTime: 300_000 });
  const silent = silentMinutes(thread, useMinute());
  if (!isMine || silent === null || data === undefined || silent < data.settings.offerReturnMinutes) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 bg-sunken px-4 py-2 text-sm text-ink-soft">
      <p className="min-w-0 flex-1 basis-56">{texts.body}</p>
      <Button look="bare" onClick={() => show('return')}>
        {words.inbox.acts.returnToBot}
      </Button>
    </div>
  );
}
