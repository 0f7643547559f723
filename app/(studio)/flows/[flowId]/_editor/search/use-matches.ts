'use client';

import { useEffect, useMemo, useState } from 'react';
import type { FoundText, TextSearch } from '@/flows/edit/find-in-texts';
import type { Flow } from '@/flows/schema/flow';
import { useEditor } from '../editor-context';
import { findInSlices } from './find-in-slices';
import type { SearchForm } from './use-search';

/** `isBehind`: the answer to what is asked now is still on its way. */
export type Matches = Readonly<{ found: readonly FoundText[]; search: TextSearch; query: string; isBehind: boolean }>;

type Asked = Readonly<{ flow: Flow; query: string; search: TextSearch }>;

type Answer = Readonly<{ asked: Asked; found: readonly FoundText[] }>;

/** How long the page may be kept busy at once (milliseconds). */
const AT_ONCE_MS = 10;

/** The texts of the draft that say what is looked for. Typing is never held up, however many there are. */
export function useMatches({ query, isCaseSensitive, isWholeWord, languages }: SearchForm): Matches {
  const flow = useEditor((state) => state.flow);
  const asked = useMemo(
    (): Asked => ({
      flow,
      query,
      search: { isCaseSensitive, isWholeWord, ...(languages === null ? {} : { languages }) },
    }),
    [flow, query, isCaseSensitive, isWholeWord, languages],
  );
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => find(asked, (found) => setAnswer({ asked, found })), [asked]);
  return {
    found: answer?.found ?? [],
    search: answer?.asked.search ?? asked.search,
    query: answer?.asked.query ?? '',
    isBehind: answer?.asked !== asked,
  };
}

/** Searches in pieces and tells the whole; the returned function gives up. */
function find({ flow, query, search }: Asked, tell: (found: readonly FoundText[]) => void): () => void {
  const slices = findInSlices(flow, query, search);
  const found: FoundText[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const goOn = (): void => {
    const until = performance.now() + AT_ONCE_MS;
    while (performance.now() < until) {
      const { done, value } = slices.next();
      if (done) {
        tell(found);
        return;
      }
      found.push(...value);
    }
    timer = setTimeout(goOn);
  };
  goOn();
  return () => clearTimeout(timer);
}

/** One text in one language, among those found. */
export function idOfMatch({ key, language }: Pick<FoundText, 'key' | 'language'>): string {
  return `${language} ${key}`;
}
