import type { ReactElement } from 'react';
import { Segments } from '@/app/_ui/Segments';
import { words } from '@/app/_words/en';
import { type Days, daysChoices, type Place } from '../analytics-place';
import type { Filter } from '../analytics-types';
import { RangeFields } from './RangeFields';

const texts = words.analytics;
const choices = [...daysChoices, { id: 'own', label: texts.days.own }] as const;

type Props = {
  readonly place: Place;
  /** What is looked at now. */
  readonly filter: Filter;
  readonly onGo: (part: Partial<Place>) => void;
};

/** Which days the figures are of: those that end today, or any two of one's own choosing and what is between them. */
export function RangeChoice({ place, filter, onGo }: Props): ReactElement {
  const { from, until } = filter;
  const isOwn = place.from !== '';
  const choose = (id: Days | 'own'): void => onGo(id === 'own' ? { from, until } : { days: id, from: '', until: '' });
  return (
    <div className="w-full max-sm:[&_button]:px-1 sm:w-96">
      <Segments label={texts.time} segments={choices} active={isOwn ? 'own' : place.days} onChange={choose} />
      {isOwn ? <RangeFields from={from} until={until} onChange={onGo} /> : null}
    </div>
  );
}
