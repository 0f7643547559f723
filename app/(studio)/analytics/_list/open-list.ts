'use client';

import { createContext, useContext } from 'react';
import type { Filter, ListAsked } from '../analytics-types';

/** A list behind a number, and what it is called. */
export type OpenedList = ListAsked & {
  readonly title: string;
  /** What it narrows further than the screen does. */
  readonly narrowed?: Partial<Filter>;
};

export const OpenListContext = createContext<(list: OpenedList) => void>(() => undefined);

/** Shows who is behind a number. */
export function useOpenList(): (list: OpenedList) => void {
  return useContext(OpenListContext);
}
