import Link from 'next/link';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { writeCount } from '../../../../_figures/write-figure';
import { writeTime } from '../../../../_time/write-time';
import type { Erasure } from '../privacy-types';

const texts = words.privacy.erasures;

type Props = { readonly erasure: Erasure; readonly onOpen: () => void };

/** One who was erased: by id only, because nothing else is known any more. */
export function ErasureRow({ erasure, onOpen }: Props): ReactElement {
  const { contactId, reason, actorName, at, counts, archive, mentions } = erasure;
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5 text-sm">
      <div className="min-w-0 flex-1 basis-64">
        <p>{words.privacy.erase.reasons[reason].label}</p>
        <p className="text-xs text-ink-faint wrap-anywhere">
          <span className="font-mono">{contactId}</span> · {texts.by(actorName, writeTime(at.toISOString()))} ·{' '}
          {texts.rows(writeCount(rows))}
        </p>
        <Mentions mentions={mentions} />
      </div>
      <Badge tone={archive === 'sealed' ? 'accent' : 'plain'}>{texts.archives[archive]}</Badge>
      <span className="text-xs text-ink-faint">{sayDay(erasure)}</span>
      {archive === 'sealed' ? (
        <Button look="bare" aria-label={texts.openName(contactId)} onClick={onOpen}>
          {texts.open}
        </Button>
      ) : null}
    </li>
  );
}

/** What an owner looks through: whether the name is theirs, nobody but a person can tell. */
function Mentions({ mentions }: Pick<Erasure, 'mentions'>): ReactElement | null {
  if (mentions.length === 0) return null;
  return (
    <div className="mt-1 text-xs text-ink-soft wrap-anywhere">
      <p>{texts.mentions}</p>
      <ul className="list-disc pl-4">
        {mentions.map(({ kind, id, name, flowId, authorName }) => (
          <li key={id}>
            {flowId === null ? (
              texts.view(name, authorName)
            ) : (
              <Link href={`/flows/${flowId}`} className="underline">
                {kind === 'flow' ? texts.flow(name) : texts.scenario(name)}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function sayDay({ keepUntil, shreddedAt }: Erasure): string {
  if (shreddedAt) return texts.shreddedAt(writeTime(shreddedAt.toISOString()));
  return keepUntil ? texts.keptUntil(writeDay(keepUntil)) : '';
}

/** With its year: it is one or more away. */
function writeDay(day: Date): string {
  return day.toLocaleDateString('en-IN', { day: 'numeric', month: 'short', year: 'numeric' });
}
