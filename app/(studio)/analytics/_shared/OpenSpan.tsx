import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { OpenedList } from '../_list/open-list';
import { OpenFigure } from './OpenFigure';
import { writeSpan } from './write-span';

type Props = {
  /** Null is a dash, and nobody is behind it. */
  readonly milliseconds: number | null;
  readonly list: OpenedList;
};

/** How long something took, which opens the list of those whom it took so long. */
export function OpenSpan({ milliseconds, list }: Props): ReactElement {
  if (milliseconds === null) return <>{words.analytics.none}</>;
  return <OpenFigure text={writeSpan(milliseconds)} list={list} />;
}
