import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { languageName } from '../../_language/language-name';
import { clockTime } from '../../_phone/day-label';
import { sayReason, sayStatusReason } from '../_sheet/say-step';
import type { FollowUp } from '../follow-up-types';
import { StatusMark } from './StatusMark';
import { timeOf } from './shows';

const texts = words.followUps;

type Props = {
  readonly row: FollowUp;
  readonly now: Date;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
};

/** One follow-up: when, who, why, and how it stands. */
export function FollowUpRow({ row, now, isOpen, onOpen }: Props): ReactElement {
  const { contactName, contactPhone, channel, language, reason, summary, status, statusReason } = row;
  const isStopped = status === 'cancelled' || status === 'failed';
  const why = isStopped && statusReason !== null ? sayStatusReason(statusReason) : summary;
  return (
    <li>
      <button
        type="button"
        data-row
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={onOpen}
        className="group -mx-3 grid w-[calc(100%+1.5rem)] items-baseline grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 rounded-lg px-3 py-3 text-left hover:bg-surface aria-expanded:bg-surface sm:grid-cols-[5rem_minmax(0,1fr)_auto]"
      >
        <time
          dateTime={timeOf(row)}
          className={classNames('text-sm font-medium tabular-nums', isStopped && 'text-ink-faint line-through')}
        >
          {clockTime(timeOf(row))}
        </time>
        <span className="min-w-0">
          <span className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-semibold wrap-anywhere group-hover:text-accent">{contactName ?? texts.noName}</span>
            <span className="text-sm text-ink-soft">{sayReason(reason)}</span>
          </span>
          {why === '' ? null : <span className="line-clamp-2 text-sm text-ink-soft wrap-anywhere">{why}</span>}
          <span className="flex flex-wrap gap-x-2 text-xs text-ink-faint">
            <span>{contactPhone ?? texts.channels[channel]}</span>
            <span lang={language}>{languageName(language)}</span>
          </span>
        </span>
        <span className="col-start-2 mt-1 sm:col-start-3 sm:mt-0">
          <StatusMark row={row} now={now} />
        </span>
      </button>
    </li>
  );
}
