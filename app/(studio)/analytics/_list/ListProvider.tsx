'use client';

import { type ReactElement, type ReactNode, useState } from 'react';
import type { Filter } from '../analytics-types';
import { ListSheet } from './ListSheet';
import { type OpenedList, OpenListContext } from './open-list';

type Props = { readonly filter: Filter; readonly children: ReactNode };

/** Lets any number below it open the list of those whom it counts. */
export function ListProvider({ filter, children }: Props): ReactElement {
  const [opened, setOpened] = useState<OpenedList | null>(null);
  return (
    <OpenListContext value={setOpened}>
      {children}
      {opened ? <ListSheet opened={opened} filter={filter} onClose={() => setOpened(null)} /> : null}
    </OpenListContext>
  );
}
