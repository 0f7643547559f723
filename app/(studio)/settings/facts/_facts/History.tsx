'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Button } from '@/app/_ui/Button';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { writeTime } from '../../../_time/write-time';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import type { FactsVersion } from './facts-types';
import { factHint, factName } from './say-fact';

const texts = words.facts;

/** Who changed what and why; an older version can hold again. */
export function History(): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const history = useQuery(trpc.facts.history.queryOptions());
  const restoring = useMutation(
    trpc.facts.restore.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.facts.pathKey() }),
    }),
  );
  const restore = (version: number): void => restoring.mutate({ version });
  const [newest] = history.data ?? [];
  return (
    <section aria-labelledby="facts-history" className="mt-8 pb-12">
      <h2 id="facts-history" className="text-lg font-semibold">
        {texts.history}
      </h2>
      <p className="text-sm text-ink-soft">{texts.historyBody}</p>
      {history.isPending ? <Spinner label={texts.historyLoading} className="mt-4 text-sm text-ink-soft" /> : null}
      {history.isError && !history.data ? (
        <p role="alert" className="mt-4 text-sm text-danger">
          {texts.historyProblem} {problemOf(history.error)}
        </p>
      ) : null}
      <p role="status" className="mt-2 text-sm text-ink-soft">
        {restoring.isSuccess ? texts.restored : null}
      </p>
      {restoring.error === null ? null : (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {texts.notRestored} {problemOf(restoring.error)}
        </p>
      )}
      {history.data && !newest ? <p className="text-sm text-ink-soft">{texts.historyEmpty}</p> : null}
      {newest ? (
        <ol className="hairlines border-y border-line">
          {history.data?.map((row) => (
            <Row
              key={row.version}
              row={row}
              isNewest={row === newest}
              isBusy={restoring.isPending}
              onRestore={restore}
            />
          ))}
          <li className="flex flex-wrap items-center justify-between gap-2 py-3">
            <span className="text-sm font-medium">{texts.shipped}</span>
            <Button onClick={() => restore(0)} disabled={restoring.isPending}>
              {texts.restore}
            </Button>
          </li>
        </ol>
      ) : null}
    </section>
  );
}

type RowProps = {
  readonly row: FactsVersion;
  readonly isNewest: boolean;
  readonly isBusy: boolean;
  readonly onRestore: (version: number) => void;
};

function Row({ row, isNewest, isBusy, onRestore }: RowProps): ReactElement {
  const { version, note, author, createdAt, changes } = row;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-64 text-sm">
        <p>
          <span className="font-medium">{texts.version(version)}</span>{' '}
          {isNewest ? <Badge tone="accent">{texts.holds}</Badge> : null}{' '}
          <span className="text-ink-faint">
            {writeTime(createdAt)}
            {author === '' ? '' : ` ${texts.by(author)}`}
          </span>
        </p>
        {note === '' ? null : <p className="wrap-anywhere">{note}</p>}
        <ul className="text-ink-soft wrap-anywhere">
          {changes.map((change) => (
            <li key={change.name}>{sayChange(change)}</li>
          ))}
        </ul>
      </div>
      {isNewest ? null : (
        <Button onClick={() => onRestore(version)} disabled={isBusy}>
          {texts.restore}
        </Button>
      )}
    </li>
  );
}

/** "Lowest interest: 8.5% a year → 8.25% a year"; of lists and texts only that they changed. */
function sayChange({ name, from, to }: FactsVersion['changes'][number]): string {
  if (from === null || to === null) return texts.changedText(factName(name));
  const say = (value: string | number) => (typeof value === 'number' ? factHint(name, String(value)) : value);
  return texts.changed(factName(name), say(from), say(to));
}
