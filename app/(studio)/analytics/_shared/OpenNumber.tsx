import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeCount } from '../../_figures/write-figure';
import { type OpenedList, useOpenList } from '../_list/open-list';

type Props = {
  readonly count: number;
  /** Who is behind it. */
  readonly list: OpenedList;
};

/** A number that opens the list of those whom it counts; nobody is behind a nought. */
export function OpenNumber({ count, list }: Props): ReactElement {
  const open = useOpenList();
  const text = writeCount(count);
  if (count === 0) return <span className="tabular-nums">{text}</span>;
  return (
    <button
      type="button"
      aria-label={words.analytics.chart.open(text, list.title)}
      onClick={() => open(list)}
      className="rounded tabular-nums underline decoration-line-strong decoration-dotted underline-offset-4 hover:text-accent hover:decoration-accent"
    >
      {text}
    </button>
  );
}
