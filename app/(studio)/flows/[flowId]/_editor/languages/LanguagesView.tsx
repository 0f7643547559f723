'use client';

import { Languages } from 'lucide-react';
import { type ReactElement, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { words } from '@/app/_words/en';
import { useEditor } from '../editor-context';
import { DraftingNews } from './DraftingNews';
import { countByLanguage } from './language-counts';
import { OneText } from './OneText';
import { everyText, filterRows, type RowFilter } from './row-filter';
import { TextGrid } from './TextGrid';
import { TextsBar } from './TextsBar';
import { useDrafting } from './use-drafting';
import { useIsNarrow } from './use-is-narrow';
import { useTranslationRows } from './use-translation-rows';

const texts = words.editor.languages;
const nothing: ReadonlySet<string> = new Set();

/** Every text of the flow in every language: a table, or one text at a time where there is no room for one. */
export function LanguagesView(): ReactElement {
  const all = useEditor((state) => state.flow.languages);
  const base = useEditor((state) => state.flow.defaultLanguage);
  const rows = useTranslationRows();
  const isNarrow = useIsNarrow();
  const drafting = useDrafting();
  const [filter, setFilter] = useState(everyText);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(nothing);
  /** Texts that were written since the filter was set: they stay, or they would vanish under one's hands. */
  const [pinned, setPinned] = useState<ReadonlySet<string>>(nothing);

  const asked = useDeferredValue(filter);
  const shown = useMemo(() => filterRows(rows, asked, pinned), [rows, asked, pinned]);
  const settled = useDeferredValue(rows);
  const counts = useMemo(() => countByLanguage(settled, all), [settled, all]);
  const languages = useMemo(
    () => [base, ...all.filter((language) => language !== base && !hidden.has(language))],
    [all, base, hidden],
  );
  const change = useCallback((part: Partial<RowFilter>) => {
    setPinned(nothing);
    setFilter((before) => ({ ...before, ...part }));
  }, []);
  const pin = useCallback((key: string) => {
    setPinned((before) => (before.has(key) ? before : new Set([...before, key])));
  }, []);
  const heads = { rows: useDeferredValue(shown), counts, drafting };
  const parts = { rows: shown, languages, heads, onWrite: pin };
  return (
    <section aria-label={texts.label} className="flex h-full min-h-0 flex-col bg-surface">
      <TextsBar
        rows={settled}
        shown={shown.length}
        filter={filter}
        onFilter={change}
        counts={counts}
        hidden={hidden}
        onHide={setHidden}
        drafting={drafting}
      />
      <DraftingNews drafting={drafting} />
      {shown.length > 0 ? (
        isNarrow ? (
          <OneText {...parts} />
        ) : (
          <TextGrid {...parts} filter={asked} />
        )
      ) : (
        <Empty isFiltered={rows.length > 0} onShowAll={() => change(everyText)} />
      )}
    </section>
  );
}

function Empty({
  isFiltered,
  onShowAll,
}: {
  readonly isFiltered: boolean;
  readonly onShowAll: () => void;
}): ReactElement {
  if (!isFiltered) {
    return (
      <Notice icon={Languages} title={texts.emptyTitle}>
        {texts.emptyBody}
      </Notice>
    );
  }
  return (
    <Notice icon={Languages} title={texts.noMatchTitle} action={<Button onClick={onShowAll}>{texts.showAll}</Button>}>
      {texts.noMatchBody}
    </Notice>
  );
}
