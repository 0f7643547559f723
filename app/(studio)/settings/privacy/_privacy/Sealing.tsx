'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeTime } from '../../../_time/write-time';
import { useTRPC } from '../../../_trpc/trpc';
import { PrivacyPart } from './PrivacyPart';
import type { SealingState } from './privacy-types';
import { Reading } from './Reading';

const texts = words.privacy.sealing;
const LOOK_AGAIN_MS = 5_000;

/** What is encrypted in the database, and whether a change of the secret has gone through. */
export function Sealing(): ReactElement {
  const reading = useQuery(
    useTRPC().privacy.sealing.queryOptions(undefined, {
      refetchInterval: ({ state }) => (state.data?.finishedAt === null ? LOOK_AGAIN_MS : false),
    }),
  );
  return (
    <PrivacyPart title={texts.title} body={texts.body}>
      {reading.data ? (
        <State state={reading.data} />
      ) : (
        <Reading
          loading={texts.loading}
          problem={texts.problem}
          error={reading.error}
          onRetry={() => void reading.refetch()}
        />
      )}
    </PrivacyPart>
  );
}

function State({ state }: { readonly state: SealingState }): ReactElement {
  const { tables, tablesDone, lost, finishedAt, hasPrevious } = state;
  return (
    <div className="flex flex-col gap-1 text-sm" aria-live="polite">
      <p>{finishedAt === null ? texts.working(tablesDone, tables) : texts.done(writeTime(finishedAt))}</p>
      {lost > 0 && <p className="text-danger">{texts.lost(lost)}</p>}
      {hasPrevious && (
        <p className="text-ink-soft">{finishedAt !== null && lost === 0 ? texts.dropPrevious : texts.keepPrevious}</p>
      )}
    </div>
  );
}
