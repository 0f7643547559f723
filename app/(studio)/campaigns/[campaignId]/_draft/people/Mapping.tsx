import type { ReactElement } from 'react';
import { Combobox } from '@/app/_ui/Combobox';
import { words } from '@/app/_words/en';
import type { ImportMapping } from '@/server/campaigns/imports/import-mapping';
import type { ImportView } from '../../../campaign-types';
import { keyOfMeaning, meaningOf, meaningOptions, setMeaning } from './mapping-choices';

const texts = words.campaigns.import;

type Props = {
  readonly columns: ImportView['columns'];
  /** The first rows of the file. */
  readonly sample: readonly (readonly string[])[];
  readonly mapping: ImportMapping;
  readonly onChange: (mapping: ImportMapping) => void;
};

/** Which column is what, with the first values of each. */
export function Mapping({ columns, sample, mapping, onChange }: Props): ReactElement {
  return (
    <fieldset>
      <legend className="text-sm font-semibold">{texts.mapping}</legend>
      <p className="text-sm text-ink-soft">{texts.mappingBody}</p>
      <ul className="hairlines mt-2 border-y border-line">
        {columns.map(({ title, name }, index) => (
          <li key={name} className="flex flex-wrap items-center gap-x-5 gap-y-1.5 py-2.5">
            <div className="min-w-0 flex-1 basis-52">
              <p className="text-sm font-medium wrap-anywhere">{title}</p>
              <p className="truncate text-xs text-ink-soft">{samplesOf(sample, index)}</p>
            </div>
            <Combobox
              label={texts.meaningOf(title)}
              isLabelHidden
              value={keyOfMeaning(mapping.columns[index] ?? { as: 'column' })}
              options={meaningOptions}
              noMatch={texts.noMeaning}
              onChange={(key) => onChange(setMeaning(mapping, index, meaningOf(key)))}
              className="w-full sm:w-64"
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function samplesOf(sample: Props['sample'], index: number): string {
  const values = sample.map((cells) => cells[index] ?? '').filter((value) => value.trim() !== '');
  return values.length === 0 ? texts.emptySamples : values.slice(0, 3).join(' · ');
}
