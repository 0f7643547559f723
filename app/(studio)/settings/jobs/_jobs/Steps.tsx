import { Check, CircleDashed, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { writeTime } from '../../../_time/write-time';
import type { JobStep } from './jobs-types';

const texts = words.jobs.run;

/** What a run has done, step by step, and what it waits for. */
export function Steps({ steps }: { readonly steps: readonly JobStep[] }): ReactElement {
  if (steps.length === 0) return <p className="text-sm">{texts.noSteps}</p>;
  return (
    <ol className="flex flex-col gap-2">
      {steps.map((step) => (
        <StepRow key={step.id} step={step} />
      ))}
    </ol>
  );
}

function StepRow({ step: { name, endedAt, wakeAt, problem } }: { readonly step: JobStep }): ReactElement {
  const state = problem !== null ? 'failed' : endedAt === null ? 'open' : 'done';
  const Icon = icons[state];
  return (
    <li className="flex gap-2.5 text-sm">
      <Icon
        role="img"
        aria-label={texts[state]}
        className={classNames('mt-1 size-4 shrink-0', state === 'failed' ? 'text-danger' : 'text-accent')}
      />
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">{name}</p>
        <p className="text-xs text-ink-faint">
          {endedAt === null && wakeAt !== null ? texts.until(writeTime(wakeAt)) : null}
          {endedAt === null ? null : writeTime(endedAt)}
        </p>
        {problem === null ? null : <p className="text-danger wrap-anywhere">{problem}</p>}
      </div>
    </li>
  );
}

const icons = { done: Check, failed: X, open: CircleDashed } as const;
