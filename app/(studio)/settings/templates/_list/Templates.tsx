'use client';

import { useQuery } from '@tanstack/react-query';
import { MessageSquareText, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import type { TemplateList } from '../template-types';
import { NewTemplate } from './NewTemplate';
import { Syncing } from './Syncing';
import { TemplateRow } from './TemplateRow';

const texts = words.templates;

/** How often a list that waits for a review is read again. */
const QUIET_MS = 10_000;

/** Every template: how each language stands at WhatsApp, and the way to write it. */
export function Templates(): ReactElement {
  const list = useQuery({ ...useTRPC().templates.list.queryOptions(), refetchInterval: QUIET_MS });
  return (
    <div className="mx-auto max-w-4xl px-5 pt-8 pb-12 md:px-12 md:pt-10">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="text-xl font-semibold tracking-tight">{texts.title}</h1>
          <p className="mt-1 text-sm text-ink-soft">{texts.lead}</p>
        </div>
        <NewTemplate />
      </div>
      {list.isPending ? <Spinner label={texts.loading} className="mt-8 text-sm text-ink-soft" /> : null}
      {list.data ? <Listed list={list.data} /> : null}
      {list.isError && !list.data ? (
        <Notice
          icon={TriangleAlert}
          kind="problem"
          title={texts.problem}
          action={<Button onClick={() => void list.refetch()}>{words.problem.retry}</Button>}
        >
          {problemOf(list.error)}
        </Notice>
      ) : null}
    </div>
  );
}

function Listed({ list: { templates, connection, syncedAt } }: { readonly list: TemplateList }): ReactElement {
  return (
    <>
      <Syncing connection={connection} syncedAt={syncedAt} />
      {templates.length === 0 ? (
        <Notice icon={MessageSquareText} title={texts.emptyTitle}>
          {texts.emptyBody}
        </Notice>
      ) : (
        <ul aria-label={texts.list} className="hairlines mt-4 border-y border-line">
          {templates.map((template) => (
            <TemplateRow key={template.name} template={template} />
          ))}
        </ul>
      )}
    </>
  );
}
