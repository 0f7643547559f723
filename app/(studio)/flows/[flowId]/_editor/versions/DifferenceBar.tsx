import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import { languageName } from '@/flows/schema/language-name';
import type { ComparedChange, Comparison } from './comparison';
import type { ChangeFilter } from './filter-changes';

const texts = words.editor.versions;

type Props = {
  readonly comparison: Comparison;
  readonly filter: ChangeFilter;
  readonly onFilter: (filter: ChangeFilter) => void;
  readonly changes: readonly ComparedChange[];
  /** Of the change that is looked at, -1 for none. */
  readonly index: number;
  readonly onSelect: (change: ComparedChange) => void;
};

/** Which changes are shown, and the way from one to the next. */
export function DifferenceBar({ comparison, filter, onFilter, changes, index, onSelect }: Props): ReactElement {
  const walk = (to: number) => {
    const change = changes.at(to % changes.length);
    if (change) onSelect(change);
  };
  return (
    <div className="flex items-center gap-1 border-b border-line px-4 py-2">
      <Select
        label={texts.filter}
        isLabelHidden
        value={filter}
        options={filtersOf(comparison)}
        onChange={onFilter}
        className="min-w-0 flex-1"
      />
      <span className="px-1 text-xs text-ink-soft tabular-nums" aria-live="polite">
        {index < 0 ? texts.changes(changes.length) : texts.position(index + 1, changes.length)}
      </span>
      <IconButton
        icon={ChevronUp}
        label={texts.previous}
        disabled={changes.length === 0}
        onClick={() => walk(index < 0 ? -1 : index - 1)}
      />
      <IconButton
        icon={ChevronDown}
        label={texts.next}
        disabled={changes.length === 0}
        onClick={() => walk(index + 1)}
      />
    </div>
  );
}

type Option = Readonly<{ value: ChangeFilter; label: string }>;

function filtersOf({ count, languages }: Comparison): readonly Option[] {
  const inTexts = [...languages.values()].reduce((sum, texts) => sum + texts, 0);
  const structure: readonly Option[] =
    inTexts > 0 && inTexts < count ? [{ value: 'structure', label: texts.filters.structure(count - inTexts) }] : [];
  const byLanguage = [...languages].map(
    ([language, changed]): Option => ({
      value: `texts:${language}`,
      label: texts.filters.language(languageName(language), changed),
    }),
  );
  return [{ value: 'all', label: texts.filters.all(count) }, ...structure, ...byLanguage];
}
