import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeTime } from '../../../_time/write-time';
import type { JobFunction } from './jobs-types';
import { nextTime, saySchedule } from './say-schedule';

const texts = words.jobs;

/** Everything that can run, and when it does so by itself. */
export function Functions({ functions }: { readonly functions: readonly JobFunction[] }): ReactElement {
  return (
    <section aria-labelledby="functions">
      <h2 id="functions" className="text-lg font-semibold">
        {texts.functions}
      </h2>
      {functions.length === 0 ? <p className="mt-2 text-sm text-ink-soft">{texts.functionsEmpty}</p> : null}
      <ul aria-labelledby="functions" className="mt-2 grid gap-x-10 sm:grid-cols-2">
        {functions.map((one) => (
          <FunctionRow key={one.id} job={one} />
        ))}
      </ul>
    </section>
  );
}

function FunctionRow({ job: { name, cron } }: { readonly job: JobFunction }): ReactElement {
  const next = cron === null ? null : nextTime(cron, new Date());
  return (
    <li className="border-b border-line py-2 text-sm">
      <p className="font-medium wrap-anywhere">{name}</p>
      <p className="text-xs text-ink-soft">
        {cron === null ? texts.onEvent : saySchedule(cron)}
        {next === null ? null : <span className="text-ink-faint"> · {texts.next(writeTime(next.toISOString()))}</span>}
      </p>
    </li>
  );
}
