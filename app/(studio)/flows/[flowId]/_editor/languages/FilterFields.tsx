'use client';

import { memo, type ReactElement, useMemo } from 'react';
import { Select } from '@/app/_ui/Select';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import type { TranslationRow } from '@/flows/edit/translations';
import { languageName } from '../../../../_language/language-name';
import { useEditor } from '../editor-context';
import { countByStatus, type RowFilter, statuses } from './row-filter';
import { type Owner, useOwners } from './use-owners';

const texts = words.editor.languages.filter;
/** A select's value for "any": no language or state has this name. */
const ANY = '';

type Props = {
  readonly rows: readonly TranslationRow[];
  readonly filter: RowFilter;
  readonly onFilter: (part: Partial<RowFilter>) => void;
};

/** Which texts are shown: by words, by what is to be done, by language, by state. */
export function FilterFields({ rows, filter, onFilter }: Props): ReactElement {
  const languages = useEditor((state) => state.flow.languages);
  const counts = useMemo(() => countByStatus(rows, filter), [rows, filter]);
  return (
    <search aria-label={texts.label} className="grid min-w-0 grid-cols-2 items-end gap-2 md:flex md:flex-wrap">
      <TextField
        label={texts.search}
        type="search"
        dir="auto"
        value={filter.words}
        onChange={(event) => onFilter({ words: event.target.value })}
        className="min-w-36 flex-1 basis-40"
      />
      <Select
        label={texts.status}
        value={filter.status}
        options={statuses.map((status) => ({
          value: status,
          label: texts.counted(texts.statuses[status], counts[status]),
        }))}
        onChange={(status) => onFilter({ status })}
        className="flex-1 basis-36"
      />
      <Select
        label={texts.language}
        value={filter.language ?? ANY}
        options={[
          { value: ANY, label: texts.anyLanguage },
          ...languages.map((language) => ({ value: language, label: languageName(language) })),
        ]}
        onChange={(language) => onFilter({ language: language === ANY ? null : language })}
        className="flex-1 basis-32"
      />
      <OwnerSelect owners={useOwners(rows)} chosen={filter.owner} onFilter={onFilter} />
    </search>
  );
}

type OwnerProps = {
  readonly owners: readonly Owner[];
  readonly chosen: string | null;
  readonly onFilter: Props['onFilter'];
};

/** A thousand states are a thousand options: drawn again only when they change. */
const OwnerSelect = memo(function OwnerSelect({ owners, chosen, onFilter }: OwnerProps): ReactElement {
  return (
    <Select
      label={texts.owner}
      value={chosen ?? ANY}
      options={[{ value: ANY, label: texts.everyOwner }, ...owners]}
      onChange={(owner) => onFilter({ owner: owner === ANY ? null : owner })}
      className="flex-1 basis-40"
    />
  );
});
