'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CalendarClock, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { writeTime } from '../../_time/write-time';
import { readAgain } from '../../_trpc/read-again';
import { useTRPC } from '../../_trpc/trpc';

const texts = words.inbox.schedule;

type Props = { readonly contactId: string; readonly canRemove: boolean };

/** What will be sent by itself, and the way to stop it. */
export function Scheduled({ contactId, canRemove }: Props): ReactElement | null {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { data } = useQuery(trpc.conversations.scheduled.queryOptions({ contactId }));
  const removing = useMutation(
    trpc.conversations.unschedule.mutationOptions({
      onSettled: () => readAgain(queries, trpc.conversations.scheduled.pathKey()),
    }),
  );
  if (data === undefined || data.length === 0) return null;
  return (
    <ul aria-label={texts.list} className="hairlines border-t border-line px-4 py-1 text-sm">
      {data.map(({ id, text, at }) => (
        <li key={id} className="flex items-center gap-2 py-1">
          <CalendarClock aria-hidden className="size-4 shrink-0 text-ink-faint" />
          <span className="min-w-0 flex-1">
            <span className="block text-xs text-ink-soft">{texts.planned(writeTime(at))}</span>
            <span className="line-clamp-1 wrap-anywhere">{text}</span>
          </span>
          {canRemove ? (
            <IconButton
              icon={X}
              label={texts.remove}
              disabled={removing.isPending}
              onClick={() => removing.mutate({ contactId, id })}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
