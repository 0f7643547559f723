'use client';

import { CalendarClock, Search, TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '@/app/_ui/Button';
import { classNames } from '@/app/_ui/class-names';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../_trpc/problem-of';
import { FollowUpSheet } from '../_sheet/FollowUpSheet';
import type { FollowUp } from '../follow-up-types';
import { FollowUpRow } from './FollowUpRow';
import { groupByDay } from './group-by-day';
import { ShowBar } from './ShowBar';
import { arrange, questionsOf, type Show } from './shows';
import { useFollowUps } from './use-follow-ups';
import { walkRows } from './walk-rows';

const texts = words.followUps;

/** As many as the server gives at once. */
const MOST_SHOWN = 500;

type Props = {
  readonly show: Show;
  readonly search: string;
  readonly openId: string | null;
  readonly onShow: (show: Show) => void;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
};

/** Follow-ups of one kind, day by day; arrow keys walk through them, Enter opens one. */
export function FollowUpList({ show, search, openId, onShow, onOpen, onClose }: Props): ReactElement {
  const now = new Date();
  const reading = useFollowUps(questionsOf(show, now), search);
  const rows = reading.rows && arrange(show, reading.rows, now);
  return (
    <>
      <ShowBar show={show} onShow={onShow} />
      {reading.error && rows ? (
        <p role="alert" className="mt-3 text-sm text-danger">
          {texts.stale}
        </p>
      ) : null}
      {rows && rows.length > 0 ? (
        <div className={classNames('mt-2', reading.isOld && 'opacity-60')}>
          <Days rows={rows} now={now} openId={openId} onOpen={onOpen} />
          {(reading.rows ?? []).length < MOST_SHOWN ? null : (
            <p className="mt-3 text-sm text-ink-faint">{texts.most(MOST_SHOWN)}</p>
          )}
        </div>
      ) : (
        insteadOfRows({ ...reading, rows }, show, search.trim())
      )}
      <FollowUpSheet id={openId} rows={rows} onClose={onClose} />
    </>
  );
}

type DaysProps = Pick<Props, 'openId' | 'onOpen'> & { readonly rows: readonly FollowUp[]; readonly now: Date };

function Days({ rows, now, openId, onOpen }: DaysProps): ReactElement {
  return (
    // Arrow keys are a shortcut: every row is a button of its own.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div onKeyDown={walkRows}>
      {groupByDay(rows, now).map((group) => (
        <section key={group.day} aria-label={group.day} className="pt-4">
          <h2 className="text-xs font-medium text-ink-soft">{group.day}</h2>
          <ul className="hairlines mt-1 border-y border-line">
            {group.rows.map((row) => (
              <FollowUpRow key={row.id} row={row} now={now} isOpen={row.id === openId} onOpen={() => onOpen(row.id)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type Reading = {
  readonly rows: readonly FollowUp[] | null;
  readonly error: unknown;
  readonly refetch: () => void;
};

function insteadOfRows({ rows, error, refetch }: Reading, show: Show, search: string): ReactNode {
  if (rows === null && error === null) {
    return <Spinner label={texts.loading} className="mt-8 text-sm text-ink-soft" />;
  }
  if (rows === null) {
    const again = <Button onClick={refetch}>{words.problem.retry}</Button>;
    return (
      <Notice icon={TriangleAlert} kind="problem" title={texts.problem} action={again}>
        {problemOf(error)}
      </Notice>
    );
  }
  if (search !== '') {
    return (
      <Notice icon={Search} title={texts.nobodyFound(search)}>
        {texts.nobodyFoundBody}
      </Notice>
    );
  }
  return (
    <Notice icon={CalendarClock} title={texts.empty[show].title}>
      {texts.empty[show].body}
    </Notice>
  );
}
