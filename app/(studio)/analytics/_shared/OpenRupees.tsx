import type { ReactElement } from 'react';
import { writeRupees } from '../../_figures/write-figure';
import type { OpenedList } from '../_list/open-list';
import { OpenFigure } from './OpenFigure';

/** An amount that opens the list of what it is made up of; nothing is behind a nought. */
export function OpenRupees({ inr, list }: { readonly inr: number; readonly list: OpenedList }): ReactElement {
  const text = writeRupees(inr);
  return inr === 0 ? <span className="tabular-nums">{text}</span> : <OpenFigure text={text} list={list} />;
}
