import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Sheet } from '@/app/_ui/Sheet';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { languageName } from '../../_language/language-name';
import { writeTime } from '../../_time/write-time';
import { problemOf } from '../../_trpc/problem-of';
import type { Filter, ListedContact } from '../analytics-types';
import type { OpenedList } from './open-list';
import { useList } from './use-list';

const texts = words.analytics.list;
const stageNames: Readonly<Record<string, string>> = words.leadsShared.stages;

type Props = { readonly opened: OpenedList; readonly filter: Filter; readonly onClose: () => void };

/** Who is behind a number, the newest first; each leads to the lead. */
export function ListSheet({ opened, filter, onClose }: Props): ReactElement {
  return (
    <Sheet title={opened.title} closeLabel={texts.close} size="side" isOpen onClose={onClose}>
      <Rows opened={opened} filter={filter} />
    </Sheet>
  );
}

function Rows({ opened, filter }: Omit<Props, 'onClose'>): ReactElement {
  const pages = useList(opened, filter);
  if (pages.isPending) return <Spinner label={texts.loading} className="text-sm text-ink-soft" />;
  if (!pages.data) {
    return (
      <Notice
        icon={TriangleAlert}
        kind="problem"
        title={texts.problem}
        action={<Button onClick={() => void pages.refetch()}>{words.problem.retry}</Button>}
      >
        {problemOf(pages.error)}
      </Notice>
    );
  }
  const rows = pages.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <p className="text-sm text-ink-soft">{texts.empty}</p>;
  return (
    <>
      <ul className="hairlines">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <Button className="mt-3" isBusy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {texts.more}
        </Button>
      ) : null}
    </>
  );
}

function Row({ row }: { readonly row: ListedContact }): ReactElement {
  const name = row.name ?? texts.noName;
  return (
    <li className="py-2.5">
      <div className="flex items-baseline justify-between gap-3">
        <Link
          href={`/leads/${row.contactId}`}
          aria-label={texts.lead(name)}
          className="min-w-0 truncate font-medium text-accent hover:underline"
        >
          {name}
        </Link>
        <time dateTime={row.at} className="shrink-0 text-xs text-ink-faint tabular-nums">
          {writeTime(row.at)}
        </time>
      </div>
      <p className="flex flex-wrap gap-x-2 text-xs text-ink-soft">
        {row.phone ? <span className="tabular-nums">{row.phone}</span> : null}
        <span lang={row.language}>{languageName(row.language)}</span>
        {row.stage ? <span>{stageNames[row.stage] ?? row.stage}</span> : null}
        {row.score === null ? null : <span className="tabular-nums">{texts.score(row.score)}</span>}
      </p>
      {row.text ? (
        <blockquote lang={row.language} className="mt-1 text-sm wrap-anywhere">
          {row.text}
        </blockquote>
      ) : null}
    </li>
  );
}
