import type { ReactElement } from 'react';
import { writeCount } from '../../_figures/write-figure';
import type { OpenedList } from '../_list/open-list';
import { OpenFigure } from './OpenFigure';

type Props = {
  readonly count: number;
  /** Who is behind it. */
  readonly list: OpenedList;
};

/** A number that opens the list of those whom it counts; nobody is behind a nought. */
export function OpenNumber({ count, list }: Props): ReactElement {
  const text = writeCount(count);
  return count === 0 ? <span className="tabular-nums">{text}</span> : <OpenFigure text={text} list={list} />;
}
