'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { SearchX, TriangleAlert } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { classNames } from '@/app/_ui/class-names';
import { Notice } from '@/app/_ui/Notice';
import { Segments } from '@/app/_ui/Segments';
import { Spinner } from '@/app/_ui/Spinner';
import { Tabs } from '@/app/_ui/Tabs';
import { words } from '@/app/_words/en';
import type { Flow } from '@/flows/schema/flow';
import { isMissing, problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import { FlowCanvas } from './FlowCanvas';
import { FlowHeader } from './FlowHeader';
import { Outline } from './Outline';
import { Rules } from './Rules';
import { Untranslated } from './Untranslated';
import { useTrail } from './use-trail';

type Part = 'drawing' | 'list';

const parts = [
  { id: 'drawing', label: words.canvas.parts.drawing },
  { id: 'list', label: words.canvas.parts.list },
] as const satisfies { id: Part; label: string }[];

/** Out of sight and out of reach, but as large as before: a canvas without a size can't fly to a state. */
const hiddenWithSize =
  'max-lg:absolute max-lg:inset-0 max-lg:-z-10 max-lg:pointer-events-none max-lg:[content-visibility:hidden]';

type List = 'states' | 'rules';

function lists(flow: Flow): { id: List; label: string; count: number }[] {
  return [
    { id: 'states', label: words.canvas.lists.states, count: flow.states.length },
    { id: 'rules', label: words.canvas.lists.rules, count: flow.rules.length },
  ];
}

/** A flow to look at: its drawing, an outline with the same content for keyboard and screen reader, and its rules. */
export function FlowDrawing({ flowId }: { readonly flowId: string }): ReactElement {
  const trpc = useTRPC();
  const search = useSearchParams();
  const { trail, contactName, flowVersion } = useTrail(flowId, search.get('contact'));
  const reading = useQuery({
    ...trpc.flows.read.queryOptions({ flowId, version: flowVersion }),
    placeholderData: keepPreviousData,
  });
  const [language, setLanguage] = useState<string | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const [part, setPart] = useState<Part>('drawing');
  const [list, setList] = useState<List>('states');
  if (isMissing(reading.error)) {
    return (
      <Notice icon={SearchX} title={words.canvas.missingTitle}>
        {words.canvas.missingBody}
      </Notice>
    );
  }
  if (reading.isError) {
    return (
      <Notice
        icon={TriangleAlert}
        kind="problem"
        title={words.canvas.problem}
        action={<Button onClick={() => void reading.refetch()}>{words.problem.retry}</Button>}
      >
        {problemOf(reading.error)}
      </Notice>
    );
  }
  if (reading.isPending) return <Spinner label={words.canvas.loading} className="p-8 text-sm text-ink-soft" />;
  const { flow } = reading.data;
  const shownLanguage = language ?? flow.defaultLanguage;
  return (
    <div className="flex h-full flex-col">
      <FlowHeader reading={reading.data} language={shownLanguage} contactName={contactName} onLanguage={setLanguage} />
      <Untranslated key={shownLanguage} reading={reading.data} language={shownLanguage} />
      <div className="border-b border-line bg-surface px-3 py-2 lg:hidden">
        <Segments label={words.canvas.parts.label} active={part} onChange={setPart} segments={parts} />
      </div>
      <div className="relative flex min-h-0 flex-1">
        <div
          className={classNames(
            'min-h-0 w-full border-line bg-surface lg:w-80 lg:border-r',
            part !== 'list' && 'max-lg:hidden',
          )}
        >
          <Tabs label={words.canvas.lists.label} tabs={lists(flow)} active={list} onChange={setList} className="h-full">
            {list === 'states' ? (
              <Outline flow={flow} language={shownLanguage} trail={trail} selected={selected} onSelect={setSelected} />
            ) : (
              <Rules flow={flow} />
            )}
          </Tabs>
        </div>
        <div className={classNames('relative min-h-0 min-w-0 flex-1', part !== 'drawing' && hiddenWithSize)}>
          <FlowCanvas flow={flow} language={shownLanguage} trail={trail} selected={selected} onSelect={setSelected} />
        </div>
      </div>
    </div>
  );
}
