import { Cog } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { classNames } from '@/app/_ui/class-names';
import { Notice } from '@/app/_ui/Notice';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import type { JobFilter, JobList, JobStatus } from './jobs-types';
import { RunRow } from './RunRow';
import { RunSheet } from './RunSheet';

const texts = words.jobs;

const statuses = ['pending', 'running', 'waiting', 'failed', 'completed', 'cancelled'] as const satisfies JobStatus[];
type StatusChoice = JobStatus | 'all';
const statusChoices: readonly { value: StatusChoice; label: string }[] = [
  { value: 'all', label: texts.allStatuses },
  ...statuses.map((value) => ({ value, label: texts.statuses[value] })),
];

type Props = {
  readonly list: JobList;
  readonly filter: JobFilter;
  /** Of the filter before this one: the answer to this one is on its way. */
  readonly isOld: boolean;
  readonly onFilter: (filter: JobFilter) => void;
};

/** The runs, the newest first: filtered, and one of them opened. */
export function Runs({ list: { runner, functions, runs, next }, filter, isOld, onFilter }: Props): ReactElement {
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <section aria-labelledby="runs">
      <div className="flex flex-wrap items-end gap-3">
        <h2 id="runs" className="flex-1 text-lg font-semibold max-sm:basis-full">
          {texts.runs}
        </h2>
        <Select
          label={texts.filterStatus}
          value={filter.status ?? 'all'}
          options={statusChoices}
          onChange={(status) => onFilter({ ...filter, status: status === 'all' ? null : status, before: null })}
          className="flex-1 sm:w-36 sm:flex-none"
        />
        <Select
          label={texts.filterFunction}
          value={filter.functionId ?? ''}
          options={[
            { value: '', label: texts.allFunctions },
            ...functions.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => onFilter({ ...filter, functionId: id === '' ? null : id, before: null })}
          className="flex-1 sm:w-52 sm:flex-none"
        />
      </div>
      {runs.length === 0 ? (
        insteadOfRuns(runner, filter)
      ) : (
        <ul aria-labelledby="runs" className={classNames('hairlines mt-4 border-y border-line', isOld && 'opacity-60')}>
          {runs.map((run) => (
            <RunRow key={run.id} run={run} onOpen={() => setOpenId(run.id)} />
          ))}
        </ul>
      )}
      <div className="mt-3 flex gap-2">
        {next === null ? null : <Button onClick={() => onFilter({ ...filter, before: next })}>{texts.more}</Button>}
        {filter.before === null ? null : (
          <Button look="bare" onClick={() => onFilter({ ...filter, before: null })}>
            {texts.newest}
          </Button>
        )}
      </div>
      <RunSheet id={openId} onClose={() => setOpenId(null)} />
    </section>
  );
}

function insteadOfRuns(runner: JobList['runner'], { status, functionId, before }: JobFilter): ReactNode {
  const isFiltered = status !== null || functionId !== null || before !== null;
  if (runner !== 'embedded') {
    return (
      <Notice icon={Cog} title={texts.elsewhereTitle}>
        {texts.elsewhereBody}
      </Notice>
    );
  }
  return (
    <Notice icon={Cog} title={isFiltered ? texts.noneTitle : texts.emptyTitle}>
      {isFiltered ? texts.noneBody : texts.emptyBody}
    </Notice>
  );
}
