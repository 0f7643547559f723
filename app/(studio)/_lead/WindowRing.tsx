import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { useMinute } from './use-minute';
import { type WindowLeft, windowLeft } from './window-left';

const texts = words.leadsShared.window;
const RADIUS = 7;
const AROUND = 2 * Math.PI * RADIUS;

type Props = {
  /** When the 24 hours after their last message are over, ISO 8601; null: they never wrote. */
  readonly endsAt: string | null;
  readonly className?: string;
};

/** What is left of the 24 hours in which free words are possible: a ring that runs out, and its time in words. */
export function WindowRing({ endsAt, className }: Props): ReactElement {
  const left = windowLeft(endsAt, useMinute());
  const said = left ? texts.open(sayLeft(left)) : texts.closed;
  return (
    <span
      role="img"
      aria-label={said}
      title={said}
      className={classNames('inline-flex items-center gap-1 text-xs tabular-nums', lookOf(left), className)}
    >
      <svg aria-hidden viewBox="0 0 18 18" className="size-4 -rotate-90" fill="none" strokeWidth="2.5">
        <circle cx="9" cy="9" r={RADIUS} className="stroke-line" {...(left ? {} : { strokeDasharray: '2 3' })} />
        {left ? (
          <circle
            cx="9"
            cy="9"
            r={RADIUS}
            stroke="currentColor"
            strokeLinecap="round"
            strokeDasharray={`${left.share * AROUND} ${AROUND}`}
          />
        ) : null}
      </svg>
      {left && left.urgency !== 'calm' ? <span aria-hidden>{sayLeft(left)}</span> : null}
    </span>
  );
}

function sayLeft({ hours, minutes }: WindowLeft): string {
  return hours === 0 ? texts.minutes(Math.max(1, minutes)) : texts.hours(hours, minutes);
}

function lookOf(left: WindowLeft | null): string {
  if (!left) return 'text-ink-faint';
  return { calm: 'text-ink-soft', soon: 'text-mark-ink', last: 'text-danger' }[left.urgency];
}
