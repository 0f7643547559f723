'use client';

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { LanguageCode } from '@/flows/schema/language';

/** What is looked for and how. */
export type SearchForm = Readonly<{
  query: string;
  replacement: string;
  isReplacing: boolean;
  isCaseSensitive: boolean;
  isWholeWord: boolean;
  /** Null: in all. */
  languages: readonly LanguageCode[] | null;
  /** The match that the keys have come to, by its place in the list. */
  active: number;
}>;

export type Searching = Readonly<{ form: SearchForm; change: (part: Partial<SearchForm>) => void }>;

/** A search goes on where it was left, however often its sheet is closed. */
const search = createStore<SearchForm>()(() => ({
  query: '',
  replacement: '',
  isReplacing: false,
  isCaseSensitive: false,
  isWholeWord: false,
  languages: null,
  active: 0,
}));

/** The form of the search. */
export function useSearch(): Searching {
  return { form: useStore(search), change: (part) => search.setState(part) };
}
