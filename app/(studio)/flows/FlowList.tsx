'use client';

import { useQuery } from '@tanstack/react-query';
import { TriangleAlert, Workflow } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { languageName } from '../_language/language-name';
import { problemOf } from '../_trpc/problem-of';
import { useTRPC } from '../_trpc/trpc';
import type { FlowSummary } from '../simulator/conversation-types';

/** Every flow with its languages and versions, each a way to its drawing. */
export function FlowList(): ReactElement {
  const flows = useQuery(useTRPC().flows.list.queryOptions());
  if (flows.isError) {
    return (
      <Notice
        icon={TriangleAlert}
        kind="problem"
        title={words.flows.problem}
        action={<Button onClick={() => void flows.refetch()}>{words.problem.retry}</Button>}
      >
        {problemOf(flows.error)}
      </Notice>
    );
  }
  if (flows.isPending) return <Spinner label={words.flows.loading} className="text-sm text-ink-soft" />;
  if (flows.data.length === 0) {
    return (
      <Notice icon={Workflow} title={words.flows.emptyTitle}>
        {words.flows.emptyBody}
      </Notice>
    );
  }
  return (
    <ul className="hairlines border-y border-line">
      {flows.data.map((flow) => (
        <FlowRow key={flow.id} flow={flow} />
      ))}
    </ul>
  );
}

function FlowRow({ flow }: { readonly flow: FlowSummary }): ReactElement {
  return (
    <li>
      <Link href={`/flows/${flow.id}`} className="group -mx-4 flex gap-4 rounded-xl px-4 py-4 hover:bg-surface">
        <span className="flex size-10 shrink-0 items-center justify-center rounded-xl bg-accent-soft text-accent">
          <Workflow aria-hidden className="size-5" />
        </span>
        <span className="min-w-0 flex-1">
          <span className="block text-base font-semibold wrap-anywhere group-hover:text-accent">{flow.name}</span>
          {flow.description ? <span className="line-clamp-2 text-sm text-ink-soft">{flow.description}</span> : null}
          <span className="mt-2 flex flex-wrap items-center gap-1.5">
            <Badge tone="accent">
              {flow.publishedVersion === null ? words.flows.notPublished : words.flows.published(flow.publishedVersion)}
            </Badge>
            {flow.hasDraft ? <Badge tone="mark">{words.flows.draft}</Badge> : null}
            <Badge>{words.flows.states(flow.stateCount)}</Badge>
            <span className="text-xs text-ink-faint">{flow.languages.map(languageName).join(' · ')}</span>
          </span>
        </span>
      </Link>
    </li>
  );
}
