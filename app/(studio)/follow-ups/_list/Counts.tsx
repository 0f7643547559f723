import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeCount } from '../../_figures/write-figure';
import { useTRPC } from '../../_trpc/trpc';

const texts = words.followUps.counts;

/** How often they are counted again. */
const QUIET_MS = 10_000;

/** How many are due today, planned, sent and answered. They only help: without an answer they are dashes. */
export function Counts(): ReactElement {
  const counts = useQuery({ ...useTRPC().followUps.counts.queryOptions(), refetchInterval: QUIET_MS });
  const { dueToday, planned, sent, answered } = counts.data ?? {};
  return (
    <dl aria-label={texts.label} className="mt-6 grid grid-cols-4 gap-x-3 sm:flex sm:gap-x-10">
      <Count label={texts.dueToday} count={dueToday} />
      <Count label={texts.planned} count={planned} />
      <Count label={texts.sent} count={sent} />
      <Count label={texts.answered} count={answered} />
    </dl>
  );
}

function Count({ label, count }: { readonly label: string; readonly count: number | undefined }): ReactElement {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-xs text-ink-soft">{label}</dt>
      <dd className="text-xl font-semibold tabular-nums">{count === undefined ? '–' : writeCount(count)}</dd>
    </div>
  );
}
