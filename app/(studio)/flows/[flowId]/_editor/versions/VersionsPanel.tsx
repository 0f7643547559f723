'use client';

import { TriangleAlert } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { Tabs } from '@/app/_ui/Tabs';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../../_trpc/problem-of';
import { ComparePanel } from './ComparePanel';
import { useVersions, type VersionSummary } from './flow-queries';
import { VersionList } from './VersionList';
import type { Pair } from './version-pair';

const texts = words.editor.versions;

/** What was published: to look at, to compare with each other and with the draft, to bring back. */
export function VersionsPanel(): ReactElement {
  const versions = useVersions();
  if (versions.isPending) return <Spinner label={texts.loading} className="p-5 text-sm text-ink-soft" />;
  if (versions.data) return <Parts versions={versions.data} />;
  return (
    <Notice
      icon={TriangleAlert}
      kind="problem"
      title={texts.problem}
      action={<Button onClick={() => void versions.refetch()}>{words.problem.retry}</Button>}
    >
      {problemOf(versions.error)}
    </Notice>
  );
}

function Parts({ versions }: { readonly versions: readonly VersionSummary[] }): ReactElement {
  const title = useId();
  const [part, setPart] = useState<'list' | 'difference'>('list');
  const [chosen, setChosen] = useState<Pair | null>(null);
  const live = versions.find(({ isActive }) => isActive) ?? versions[0];
  const pair = chosen ?? (live ? { before: live.version, after: 'draft' } : null);
  return (
    <section aria-labelledby={title} className="h-full">
      <h2 id={title} className="sr-only">
        {texts.label}
      </h2>
      <Tabs
        label={texts.tabs.label}
        tabs={[
          { id: 'list', label: texts.tabs.list, count: versions.length },
          { id: 'difference', label: texts.tabs.difference },
        ]}
        active={part}
        onChange={setPart}
        className="h-full"
      >
        {part === 'difference' && pair ? (
          <ComparePanel versions={versions} pair={pair} onPair={setChosen} />
        ) : (
          <VersionList
            versions={versions}
            onCompare={(wanted) => {
              setChosen(wanted);
              setPart('difference');
            }}
          />
        )}
      </Tabs>
    </section>
  );
}
