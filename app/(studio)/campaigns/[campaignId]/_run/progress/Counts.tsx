import Link from 'next/link';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { writeCount } from '../../../../_figures/write-figure';
import type { Progress } from '../../../campaign-types';
import { sumOf } from './bar-parts';

const texts = words.campaigns.run;

/** Behind these there is a list of the people. */
const listed = ['pending', 'queued', 'sent', 'delivered', 'read', 'replied'] as const;
const outcomes = ['qualified', 'handedOver', 'optedOut'] as const;
const unsent = ['failed', 'excluded', 'cancelled'] as const;

type Props = { readonly id: string; readonly progress: Progress };

/** Every count; most are the way to the people behind it. */
export function Counts({ id, progress }: Props): ReactElement {
  const numberOf = (part: (typeof unsent)[number]): number =>
    part === 'cancelled' ? progress.cancelled : sumOf(progress[part]);
  return (
    <ul aria-label={texts.countsLabel} className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-6">
      {listed.map((part) => (
        <Listed key={part} id={id} part={part} count={progress[part]} />
      ))}
      {outcomes.map((part) => (
        <li key={part} className={card}>
          <Figure name={texts.figures[part]} count={progress[part]} />
        </li>
      ))}
      {unsent.map((part) => (
        <Listed key={part} id={id} part={part} count={numberOf(part)} />
      ))}
    </ul>
  );
}

const card = 'flex flex-col rounded-xl border border-line bg-surface px-3 py-2 shadow-card';

type ListedProps = {
  readonly id: string;
  readonly part: (typeof listed)[number] | (typeof unsent)[number];
  readonly count: number;
};

function Listed({ id, part, count }: ListedProps): ReactElement {
  return (
    <li className="flex">
      <Link
        href={`/campaigns/${id}?part=recipients&filter=${part}`}
        className={classNames(card, 'flex-1 hover:border-line-strong')}
      >
        <Figure name={texts.figures[part]} count={count} />
      </Link>
    </li>
  );
}

function Figure({ name, count }: { readonly name: string; readonly count: number }): ReactElement {
  return (
    <>
      <span className="text-xs text-ink-soft">{name}</span>
      <span className="text-lg font-semibold tabular-nums">{writeCount(count)}</span>
    </>
  );
}
