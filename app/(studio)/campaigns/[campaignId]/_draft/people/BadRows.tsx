import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { Button } from '@/app/_ui/Button';
import { Spinner } from '@/app/_ui/Spinner';
import { saveFile } from '@/app/_ui/save-file';
import { words } from '@/app/_words/en';
import { writeCount } from '../../../../_figures/write-figure';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import type { ImportView } from '../../../campaign-types';
import { BadTable } from './BadTable';
import { sayImportProblem } from './say-import-problem';

const texts = words.campaigns.import;

/** Every row of which there is something to say, with what it is, and a way to save them all. */
export function BadRows({ file }: { readonly file: ImportView }): ReactElement | null {
  const { id: importId, report } = file;
  const heading = useId();
  const reading = useBadRows(importId, report !== null && report.problems.length > 0);
  if (!report || report.problems.length === 0) return null;
  const rows = reading.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section aria-labelledby={heading}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 id={heading} className="text-sm font-semibold">
          {texts.bad}
        </h3>
        <Saving importId={importId} />
      </div>
      <p className="text-sm text-ink-soft">{texts.badBody}</p>
      <ul className="mt-1 flex flex-col gap-0.5 text-sm">
        {report.problems.map(({ code, count }) => (
          <li key={code} className="flex gap-2">
            <span className="shrink-0 font-semibold tabular-nums">{writeCount(count)}</span>
            <span className="min-w-0">{sayImportProblem(code)}</span>
          </li>
        ))}
      </ul>
      {reading.isPending ? <Spinner label={texts.loading} className="mt-2 text-sm text-ink-soft" /> : null}
      {reading.error ? (
        <p role="alert" className="mt-2 text-sm text-danger">
          {problemOf(reading.error)}
        </p>
      ) : null}
      {rows.length === 0 ? null : <BadTable rows={rows} />}
      {reading.hasNextPage ? (
        <Button className="mt-2" isBusy={reading.isFetchingNextPage} onClick={() => void reading.fetchNextPage()}>
          {texts.moreBad}
        </Button>
      ) : null}
    </section>
  );
}

function useBadRows(importId: string, isWanted: boolean) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useInfiniteQuery({
    queryKey: [...trpc.audience.badRows.pathKey(), 'pages', importId],
    queryFn: ({ pageParam }) =>
      queries.fetchQuery({
        ...trpc.audience.badRows.queryOptions({ importId, after: pageParam }),
        staleTime: 0,
      }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: isWanted,
  });
}

function Saving({ importId }: { readonly importId: string }): ReactElement {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: () => queries.fetchQuery({ ...trpc.audience.badRowsCsv.queryOptions({ importId }), staleTime: 0 }),
    onSuccess: ({ filename, csv }) => saveFile(filename, 'text/csv', csv),
  });
  return (
    <div className="flex items-center gap-2">
      {saving.error ? (
        <p role="alert" className="text-sm text-danger">
          {problemOf(saving.error)}
        </p>
      ) : null}
      <Button look="bare" isBusy={saving.isPending} onClick={() => saving.mutate()}>
        {saving.isPending ? null : <Download aria-hidden className="size-4" />}
        {texts.saveBad}
      </Button>
    </div>
  );
}
