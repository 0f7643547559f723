import { AlarmClockOff, Bot, UserRound } from 'lucide-react';
import Link from 'next/link';
import type { MouseEvent, ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { LanguageChip } from '../../_lead/LanguageChip';
import { OwnerChip } from '../../_lead/OwnerChip';
import { ScoreMark } from '../../_lead/ScoreMark';
import { WindowRing } from '../../_lead/WindowRing';
import { writeTime } from '../../_time/write-time';
import type { ConversationRow } from '../inbox-types';
import { SlaChip } from './SlaChip';
import { shortTime } from './short-time';

const texts = words.inbox;

type Props = {
  readonly row: ConversationRow;
  /** What the address says of the list. */
  readonly query: '' | `?${string}`;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
};

/** One conversation of the list: who, what was said last, and what is urgent about it. */
export function ConversationItem({ row, query, isOpen, onOpen }: Props): ReactElement {
  const name = row.name ?? row.phone ?? texts.list.unnamed;
  const openHere = (event: MouseEvent): void => {
    // With a key held it opens elsewhere, as every link does.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <Link
      href={`/inbox/${row.contactId}${query}`}
      prefetch={false}
      onClick={openHere}
      aria-current={isOpen ? 'true' : undefined}
      className="flex h-full flex-col justify-center gap-0.5 border-l-2 border-transparent px-4 hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent-soft"
    >
      <span className="flex items-baseline gap-2">
        <span
          className={classNames('min-w-0 flex-1 truncate text-sm', row.unread > 0 ? 'font-semibold' : 'font-medium')}
        >
          {name}
        </span>
        <time dateTime={row.lastAt} className="shrink-0 text-xs text-ink-soft tabular-nums">
          {shortTime(row.lastAt, new Date())}
        </time>
      </span>
      <span className="flex items-center gap-2">
        <Preview row={row} />
        {row.unread > 0 ? (
          <span className="shrink-0 rounded-full bg-accent px-1.5 text-xs font-semibold text-accent-ink tabular-nums">
            <span className="sr-only">{texts.list.unread(row.unread)}</span>
            <span aria-hidden>{row.unread}</span>
          </span>
        ) : null}
      </span>
      <Marks row={row} />
    </Link>
  );
}

function Preview({ row }: Pick<Props, 'row'>): ReactElement {
  const by = texts.list.by[row.lastAuthor];
  return (
    <span className={classNames('min-w-0 flex-1 truncate text-sm', row.unread > 0 ? 'text-ink' : 'text-ink-soft')}>
      {by === '' ? null : <span className="text-ink-soft">{by}</span>}
      {row.preview === '' ? texts.list.nothing : <span lang={row.language}>{row.preview}</span>}
    </span>
  );
}

function Marks({ row }: Pick<Props, 'row'>): ReactElement {
  return (
    <span className="flex min-w-0 items-center gap-2 overflow-hidden text-xs text-ink-soft">
      {row.slaDueAt ? <SlaChip dueAt={row.slaDueAt} /> : null}
      <Holder row={row} />
      <span className="ml-auto flex shrink-0 items-center gap-1.5">
        {row.snoozedUntil ? (
          <AlarmClockOff
            role="img"
            aria-label={texts.list.snoozed(writeTime(row.snoozedUntil))}
            className="size-3.5 text-ink-faint"
          />
        ) : null}
        {row.score === null ? null : <ScoreMark score={row.score} />}
        <LanguageChip language={row.language} />
        {row.channel === 'whatsapp' ? <WindowRing endsAt={row.windowEndsAt} /> : null}
      </span>
    </span>
  );
}

/** Who has it: an officer by name, the bot by its sign. */
function Holder({ row: { status, assignee } }: Pick<Props, 'row'>): ReactElement {
  if (assignee !== null) return <OwnerChip owner={assignee} className="min-w-0 shrink" />;
  const Icon = status === 'bot' ? Bot : UserRound;
  return <Icon role="img" aria-label={texts.status[status]} className="size-4 shrink-0 text-ink-faint" />;
}
