'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Button } from '@/app/_ui/Button';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { writeTime } from '../../_time/write-time';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import type { Session } from './account-types';
import { Outcome } from './Outcome';
import { sayDevice } from './say-device';

const texts = words.account.sessions;

/** Where somebody is signed in; what they don't know they end. */
export function Sessions(): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sessions = useQuery(trpc.account.sessions.queryOptions());
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.account.sessions.queryKey() });
  const ending = useMutation(trpc.account.revokeSession.mutationOptions({ onSettled }));
  const endingOthers = useMutation(trpc.account.revokeOthers.mutationOptions({ onSettled }));
  const error = ending.error ?? endingOthers.error;
  if (sessions.isPending) return <Spinner label={texts.loading} className="text-sm text-ink-soft" />;
  if (!sessions.data) return <Outcome problem={`${texts.problem} ${problemOf(sessions.error)}`} done={null} />;
  return (
    <>
      <ul aria-label={texts.title} className="hairlines border-y border-line">
        {sessions.data.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            isBusy={ending.isPending}
            onEnd={() => ending.mutate({ id: session.id })}
          />
        ))}
      </ul>
      <Outcome
        problem={error && `${texts.notEnded} ${problemOf(error)}`}
        done={endingOthers.data ? texts.ended(endingOthers.data.ended) : null}
      />
      {sessions.data.length > 1 ? (
        <Button isBusy={endingOthers.isPending} onClick={() => endingOthers.mutate()} className="self-start">
          {texts.endOthers}
        </Button>
      ) : null}
    </>
  );
}

type RowProps = { readonly session: Session; readonly isBusy: boolean; readonly onEnd: () => void };

function SessionRow({ session, isBusy, onEnd }: RowProps): ReactElement {
  const { isThis, userAgent, ipAddress, createdAt, lastUsedAt } = session;
  const device = sayDevice(userAgent);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5 text-sm">
      <span className="min-w-0 flex-1 basis-56">
        <span className="flex flex-wrap items-center gap-x-2 font-medium wrap-anywhere">
          {device}
          {isThis ? <Badge tone="accent">{texts.here}</Badge> : null}
        </span>
        <span className="block text-xs text-ink-faint wrap-anywhere">
          {[texts.used(writeTime(lastUsedAt)), texts.since(writeTime(createdAt)), ipAddress]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {isThis ? null : (
        <Button look="bare" aria-label={texts.endName(device)} disabled={isBusy} onClick={onEnd}>
          {texts.end}
        </Button>
      )}
    </li>
  );
}
