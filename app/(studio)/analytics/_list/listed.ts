import type { OpenedList } from './open-list';

/** The list behind a number of a figure, a row or a column. */
export function listed(list: OpenedList['list'], key: string, title: string): OpenedList {
  return { list, key, title };
}
