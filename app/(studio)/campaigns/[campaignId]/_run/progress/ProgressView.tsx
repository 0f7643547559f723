import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import type { CampaignView } from '../../../campaign-types';
import { Counts } from './Counts';
import { Reasons } from './Reasons';
import { Retrying } from './Retrying';
import { StackedBar } from './StackedBar';

const texts = words.campaigns.run;

/** How often the counts are read again: quickly while it moves, else for the ticks and answers that still come. */
const MOVING_MS = 2_000;
const RESTING_MS = 10_000;

/** How far a campaign has come, live. */
export function ProgressView({ campaign: { id, status } }: { readonly campaign: CampaignView }): ReactElement {
  const isResting = status === 'done' || status === 'cancelled';
  const reading = useQuery({
    ...useTRPC().campaigns.progress.queryOptions({ id }),
    refetchInterval: isResting ? RESTING_MS : MOVING_MS,
  });
  if (reading.isPending) return <Spinner label={texts.loading} className="text-sm text-ink-soft" />;
  if (!reading.data) {
    return (
      <Notice
        icon={TriangleAlert}
        kind="problem"
        title={texts.problem}
        action={<Button onClick={() => void reading.refetch()}>{words.problem.retry}</Button>}
      >
        {problemOf(reading.error)}
      </Notice>
    );
  }
  const progress = reading.data;
  return (
    <div className="flex flex-col gap-7">
      {reading.isError ? (
        <p role="alert" className="text-sm text-mark-ink">
          {texts.stale}
        </p>
      ) : null}
      <StackedBar progress={progress} />
      <Counts id={id} progress={progress} />
      <Retrying id={id} retryable={progress.retryable} />
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        <Reasons id={id} title={texts.failures} filter="failed" reasons={progress.failed} />
        <Reasons id={id} title={texts.exclusions} filter="excluded" reasons={progress.excluded} />
      </div>
    </div>
  );
}
