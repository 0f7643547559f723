import Link from 'next/link';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeTime } from '../../../_time/write-time';
import { sayAct } from './act-choices';
import type { AuditRow } from './audit-types';

const texts = words.audit;

/** One row: who did what to whom and when; its details on demand. */
export function AuditRowView({ row }: { readonly row: AuditRow }): ReactElement {
  const { id, at, actorName, act, detail } = row;
  const details = Object.entries(detail);
  return (
    <li className="py-2.5 text-sm">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <p className="min-w-0 flex-1 basis-64 wrap-anywhere">
          <span className="font-medium">{actorName || texts.system}</span>{' '}
          <span className="text-ink-soft">{sayAct(act)}</span> <Subject row={row} />
        </p>
        <time dateTime={at} title={at} className="text-xs text-ink-faint tabular-nums">
          {writeTime(at)}
        </time>
      </div>
      {details.length === 0 ? null : (
        <details className="text-xs text-ink-soft">
          <summary className="w-fit text-ink-faint">{texts.details}</summary>
          <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 rounded-lg bg-sunken px-3 py-2">
            {details.map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-ink-faint">{name}</dt>
                <dd className="font-mono wrap-anywhere">{sayValue(value)}</dd>
              </div>
            ))}
            <dt className="text-ink-faint">#</dt>
            <dd className="font-mono">{texts.row(id)}</dd>
          </dl>
        </details>
      )}
    </li>
  );
}

/** To whom or what it was done, as it is called now; a contact leads to its lead. */
function Subject({
  row: { actorId, subjectType, subjectId, subjectName },
}: {
  readonly row: AuditRow;
}): ReactElement | null {
  if (subjectId === null || subjectId === actorId) return null;
  const name = texts.onSubject(subjectName ?? subjectId);
  if (subjectType !== 'contact') return <span className="text-ink-soft">{name}</span>;
  return (
    <Link href={`/leads/${subjectId}`} className="text-accent underline underline-offset-2 hover:text-accent-strong">
      {name}
    </Link>
  );
}

function sayValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
