import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import type { PeopleInPlace } from './people-in-states';

const texts = words.editor.versions.people;

/** More states with people than these are summed up. */
const MOST_PLACES = 30;

type Props = { readonly places: readonly PeopleInPlace[]; readonly total: number };

/** How many people are where, with the states that changed by name. */
export function PlaceList({ places, total }: Props): ReactElement {
  const noticed = places.filter(({ what }) => what !== 'same');
  const shown = noticed.slice(0, MOST_PLACES);
  const others = total - sum(shown.map(({ people }) => people));
  const held = sum(places.map((place) => place.held));
  return (
    <div className="text-sm">
      <p>{noticed.length === 0 ? texts.total(total) : texts.inChanged(sum(noticed.map(({ people }) => people)))}</p>
      {shown.length > 0 ? (
        <ul aria-label={texts.list} className="mt-1.5 max-h-48 overflow-y-auto rounded-lg border border-line hairlines">
          {shown.map(({ state, name, people, what }) => (
            <li key={state} className="flex items-center gap-2 px-3 py-1.5">
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <Badge tone={what === 'gone' ? 'danger' : 'mark'} className="shrink-0">
                {texts.what[what]}
              </Badge>
              <span className="shrink-0 tabular-nums">{texts.people(people)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {noticed.length > 0 && others > 0 ? <p className="mt-1 text-ink-soft">{texts.others(others)}</p> : null}
      {held > 0 ? <p className="mt-1 text-ink-soft">{texts.held(held)}</p> : null}
    </div>
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
