'use client';

import { ScrollText, TriangleAlert } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { classNames } from '@/app/_ui/class-names';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { AuditFilters } from './AuditFilters';
import { AuditRowView } from './AuditRowView';
import type { AuditFilter } from './audit-types';
import { ChainCheck } from './ChainCheck';
import { useAudit } from './use-audit';

const texts = words.audit;
const everything: AuditFilter = { search: '', act: null, actorId: null, from: '', until: '' };

/** What was done here, by whom and when; and whether the log is as it was written. */
export function AuditLog(): ReactElement {
  const [filter, setFilter] = useState(everything);
  const log = useAudit(filter);
  const rows = log.data?.pages.flatMap((page) => page.rows);
  return (
    <div className="mx-auto max-w-4xl px-5 pt-8 pb-12 md:px-12 md:pt-10">
      <h1 className="text-xl font-semibold tracking-tight">{texts.title}</h1>
      <p className="mt-1 max-w-prose text-sm text-ink-soft">{texts.lead}</p>
      <ChainCheck />
      <AuditFilters filter={filter} onChange={setFilter} />
      {log.isPending ? <Spinner label={texts.loading} className="mt-6 text-sm text-ink-soft" /> : null}
      {log.isError && rows ? (
        <p role="alert" className="mt-4 text-sm text-danger">
          {texts.stale}
        </p>
      ) : null}
      {rows?.length === 0 ? (
        <Empty isFiltered={filter !== everything} onClear={() => setFilter(everything)} />
      ) : (
        <ul
          aria-label={texts.title}
          className={classNames(
            'hairlines mt-5 border-line',
            rows && 'border-y',
            log.isPlaceholderData && 'opacity-60',
          )}
        >
          {rows?.map((row) => (
            <AuditRowView key={row.id} row={row} />
          ))}
        </ul>
      )}
      {log.hasNextPage ? (
        <Button isBusy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()} className="mt-3">
          {texts.older}
        </Button>
      ) : null}
      {log.isError && !rows ? (
        <Notice
          icon={TriangleAlert}
          kind="problem"
          title={texts.problem}
          action={<Button onClick={() => void log.refetch()}>{words.problem.retry}</Button>}
        >
          {problemOf(log.error)}
        </Notice>
      ) : null}
    </div>
  );
}

type EmptyProps = { readonly isFiltered: boolean; readonly onClear: () => void };

function Empty({ isFiltered, onClear }: EmptyProps): ReactElement {
  if (!isFiltered) {
    return (
      <Notice icon={ScrollText} title={texts.emptyTitle}>
        {texts.emptyBody}
      </Notice>
    );
  }
  return (
    <Notice icon={ScrollText} title={texts.noneTitle} action={<Button onClick={onClear}>{texts.clear}</Button>}>
      {texts.noneBody}
    </Notice>
  );
}
