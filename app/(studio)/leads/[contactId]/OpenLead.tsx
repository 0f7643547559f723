'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { SearchX, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Button, buttonClass } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { Toasts } from '@/app/_ui/Toasts';
import { words } from '@/app/_words/en';
import { isMissing, problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import { LeadNews } from '../_live/LeadNews';
import { useQuietMs } from '../_live/use-quiet-ms';
import { LeadOverview } from './LeadOverview';

const texts = words.leadPage;

/** The page of one lead, with what stands there while it is read or can't be. */
export function OpenLead({ contactId }: { readonly contactId: string }): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const reading = useQuery({ ...trpc.leads.read.queryOptions({ contactId }), refetchInterval: useQuietMs() });
  const readAgain = (): void => {
    void reading.refetch();
    void queries.invalidateQueries(trpc.notes.list.queryFilter({ contactId }));
    void queries.invalidateQueries(trpc.tasks.list.queryFilter({ contactId }));
  };
  return (
    <>
      {reading.data ? (
        <LeadOverview details={reading.data} isOld={reading.isError} />
      ) : (
        <InsteadOfLead error={reading.error} onAgain={() => void reading.refetch()} />
      )}
      <LeadNews contactId={contactId} onNews={readAgain} />
      <Toasts durationMs={8_000} />
    </>
  );
}

type InsteadProps = { readonly error: unknown; readonly onAgain: () => void };

function InsteadOfLead({ error, onAgain }: InsteadProps): ReactElement {
  if (error === null) return <Spinner label={texts.loading} className="p-8 text-sm text-ink-soft" />;
  if (isMissing(error)) {
    const back = (
      <Link href="/leads" className={buttonClass('quiet')}>
        {texts.back}
      </Link>
    );
    return (
      <Notice icon={SearchX} title={texts.missingTitle} action={back}>
        {texts.missingBody}
      </Notice>
    );
  }
  return (
    <Notice
      icon={TriangleAlert}
      kind="problem"
      title={texts.problem}
      action={<Button onClick={onAgain}>{words.problem.retry}</Button>}
    >
      {problemOf(error)}
    </Notice>
  );
}
