import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { type OpenedList, useOpenList } from '../_list/open-list';

type Props = {
  /** The figure as it is read. */
  readonly text: string;
  /** Who is behind it, or what makes it up. */
  readonly list: OpenedList;
};

/** A figure that opens the list behind it. */
export function OpenFigure({ text, list }: Props): ReactElement {
  const open = useOpenList();
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
