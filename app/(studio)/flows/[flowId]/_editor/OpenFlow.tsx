'use client';

import { useQuery } from '@tanstack/react-query';
import { SearchX, TriangleAlert } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { isMissing, problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';

const texts = words.editor.shell;
const loading = <Spinner label={texts.loading} className="p-8 text-sm text-ink-soft" />;

/** Only in the browser: the editor lives on its memory, its workers and its own storage. */
const Editor = dynamic(() => import('./Editor').then(({ Editor: editor }) => editor), {
  ssr: false,
  loading: () => loading,
});

/** Reads a flow's draft once and opens the editor on it; from then on the editor keeps it, and its saver asks for news. */
export function OpenFlow({ flowId }: { readonly flowId: string }): ReactElement {
  const trpc = useTRPC();
  const opened = useQuery({
    ...trpc.drafts.open.queryOptions({ flowId }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  // Once open, it stays open: when the saver can't read the draft, the editor says so itself.
  if (opened.data) return <Editor key={flowId} opened={opened.data} />;
  if (isMissing(opened.error)) {
    return (
      <Notice icon={SearchX} title={texts.missingTitle}>
        {texts.missingBody}
      </Notice>
    );
  }
  if (opened.isError) {
    return (
      <Notice
        icon={TriangleAlert}
        kind="problem"
        title={texts.problem}
        action={<Button onClick={() => void opened.refetch()}>{words.problem.retry}</Button>}
      >
        {problemOf(opened.error)}
      </Notice>
    );
  }
  return loading;
}
