'use client';

import { Columns3, FileDown, FileUp, ListFilter } from 'lucide-react';
import { memo, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { classNames } from '@/app/_ui/class-names';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import type { TranslationRow } from '@/flows/edit/translations';
import { useEditorStore } from '../editor-context';
import { exportTexts } from './export-texts';
import { FilterFields } from './FilterFields';
import { ImportTexts } from './ImportTexts';
import { LanguagesSheet } from './LanguagesSheet';
import type { LanguageCounts } from './language-counts';
import type { RowFilter } from './row-filter';
import type { Drafting } from './use-drafting';

const texts = words.editor.languages;

type Props = {
  readonly rows: readonly TranslationRow[];
  /** How many of them pass the filter. */
  readonly shown: number;
  readonly filter: RowFilter;
  readonly onFilter: (part: Partial<RowFilter>) => void;
  readonly counts: ReadonlyMap<string, LanguageCounts>;
  readonly hidden: ReadonlySet<string>;
  readonly onHide: (hidden: ReadonlySet<string>) => void;
  readonly drafting: Drafting;
};

/** Which texts and languages are shown, and the ways in and out for a translator's file. */
export const TextsBar = memo(function TextsBar(props: Props): ReactElement {
  const { rows, shown, filter, onFilter, counts, hidden, onHide, drafting } = props;
  const store = useEditorStore();
  const [isFiltering, setIsFiltering] = useState(false);
  const [open, setOpen] = useState<'import' | 'languages' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
      <div
        className={classNames('min-w-0 flex-1 max-md:order-last max-md:basis-full', !isFiltering && 'max-md:hidden')}
      >
        <FilterFields rows={rows} filter={filter} onFilter={onFilter} />
      </div>
      <p role="status" className="min-h-9 content-center text-xs text-ink-soft tabular-nums">
        {texts.filter.shown(shown, rows.length)}
      </p>
      <div className="ml-auto flex gap-1.5">
        <IconButton
          icon={ListFilter}
          label={texts.filter.label}
          aria-expanded={isFiltering}
          onClick={() => setIsFiltering(!isFiltering)}
          className="md:hidden"
        />
        <Button onClick={() => setOpen('languages')}>
          <Columns3 aria-hidden className="size-4" />
          {texts.columns.open}
        </Button>
        <IconButton icon={FileUp} label={texts.file.importTable} onClick={() => setOpen('import')} />
        <IconButton icon={FileDown} label={texts.file.exportTable} onClick={() => exportTexts(store.getState().flow)} />
      </div>
      <ImportTexts isOpen={open === 'import'} onClose={close} />
      <LanguagesSheet
        isOpen={open === 'languages'}
        onClose={close}
        rows={rows}
        counts={counts}
        hidden={hidden}
        onHide={onHide}
        drafting={drafting}
      />
    </div>
  );
});
