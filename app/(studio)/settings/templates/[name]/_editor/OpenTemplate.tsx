'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, SearchX, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { isMissing, problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import { TemplateEditor } from './TemplateEditor';

const texts = words.templates;

/** How often the standing is read again while WhatsApp may be reviewing. */
const QUIET_MS = 5_000;

/** One template, read from the server. */
export function OpenTemplate({ name }: { readonly name: string }): ReactElement {
  const trpc = useTRPC();
  const view = useQuery({ ...trpc.templates.get.queryOptions({ name }), refetchInterval: QUIET_MS });
  return (
    <div className="mx-auto max-w-6xl px-5 pt-8 pb-12 md:px-12 md:pt-10">
      <Link href="/settings/templates" className="inline-flex items-center gap-1.5 text-sm text-accent hover:underline">
        <ArrowLeft aria-hidden className="size-4" />
        {texts.back}
      </Link>
      {view.isPending ? <Spinner label={texts.loading} className="mt-8 text-sm text-ink-soft" /> : null}
      {view.data && !(view.error && isMissing(view.error)) ? <TemplateEditor view={view.data} /> : null}
      {view.error && isMissing(view.error) ? (
        <Notice icon={SearchX} title={texts.missingTitle}>
          {texts.missingBody}
        </Notice>
      ) : null}
      {view.error && !view.data && !isMissing(view.error) ? (
        <Notice
          icon={TriangleAlert}
          kind="problem"
          title={texts.problem}
          action={<Button onClick={() => void view.refetch()}>{words.problem.retry}</Button>}
        >
          {problemOf(view.error)}
        </Notice>
      ) : null}
    </div>
  );
}
