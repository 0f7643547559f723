'use client';

import { useQuery } from '@tanstack/react-query';
import { ListChecks, TriangleAlert } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Segments } from '@/app/_ui/Segments';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../../../_trpc/problem-of';
import { useTRPC } from '../../../../../_trpc/trpc';
import { useEditor } from '../../editor-context';
import { CoverageView } from './CoverageView';
import { RunBar } from './RunBar';
import { ScenarioItem } from './ScenarioItem';
import { useScenarios } from './use-scenarios';
import { WriteBar } from './WriteBar';

const texts = words.editor.try.scenarios;

const filters = [
  { id: 'all', label: texts.filter.all },
  { id: 'failed', label: texts.filter.failed },
] as const;

type Props = { readonly onTalk: () => void };

/** The conversations that the draft must pass: run, see what failed and what none came to, and write more. */
export function ScenariosTab({ onTalk }: Props): ReactElement {
  const trpc = useTRPC();
  const flowId = useEditor((editor) => editor.flowId);
  const list = useQuery(trpc.scenarios.list.queryOptions({ flowId }));
  const outcomes = useScenarios((state) => state.outcomes);
  const problem = useScenarios((state) => state.problem);
  const [filter, setFilter] = useState<(typeof filters)[number]['id']>('all');
  if (list.isPending) return <Spinner label={texts.loading} className="p-8 text-sm text-ink-soft" />;
  if (list.isError) {
    return (
      <Notice
        icon={TriangleAlert}
        kind="problem"
        title={texts.problem}
        action={<Button onClick={() => void list.refetch()}>{words.problem.retry}</Button>}
      >
        {problemOf(list.error)}
      </Notice>
    );
  }
  const shown = list.data.filter(({ id }) => filter === 'all' || outcomes.get(id)?.ok === false);
  return (
    <div className="flex flex-col gap-4 px-4 py-4">
      {list.data.length > 0 ? <RunBar scenarios={list.data} /> : null}
      {problem === null ? null : (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      )}
      <CoverageView />
      <WriteBar isEmpty={list.data.length === 0} />
      {list.data.length === 0 ? (
        <Notice icon={ListChecks} title={texts.emptyTitle}>
          {texts.emptyBody}
        </Notice>
      ) : (
        <Segments label={texts.filter.label} segments={filters} active={filter} onChange={setFilter} />
      )}
      {list.data.length > 0 && shown.length === 0 ? <p className="text-sm text-ink-soft">{texts.noFailed}</p> : null}
      <ul aria-label={texts.list} className="flex flex-col gap-1.5">
        {shown.map((scenario) => (
          <ScenarioItem key={scenario.id} listed={scenario} onTalk={onTalk} />
        ))}
      </ul>
    </div>
  );
}
