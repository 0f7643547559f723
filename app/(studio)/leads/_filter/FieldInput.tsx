import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { Choices } from '../lead-types';
import { ChoiceList } from './ChoiceList';
import { DayFields } from './DayFields';
import type { FilterField } from './filter-fields';
import { RangeFields } from './RangeFields';

const texts = words.leads.filters;

type Props = {
  readonly field: FilterField;
  readonly part: readonly string[];
  readonly choices: Choices | undefined;
  readonly onChange: (part: readonly string[]) => void;
};

/** Where the values of one part of the filter are chosen. */
export function FieldInput({ field, part, choices, onChange }: Props): ReactElement {
  switch (field.kind) {
    case 'many':
      return <ChoiceList label={field.name} options={field.options(choices)} chosen={part} onChange={onChange} />;
    case 'one':
      return (
        <ChoiceList
          label={field.name}
          options={field.options(choices)}
          chosen={part}
          // The one that was chosen last takes the place of the other.
          onChange={(chosen) => onChange(chosen.slice(-1))}
        />
      );
    case 'amounts': {
      const [from = '', until = ''] = part;
      return (
        <RangeFields
          bounds={{ from: from === '' ? null : Number(from), until: until === '' ? null : Number(until) }}
          unit={field.unit}
          {...(field.unit === 1 ? {} : { hint: texts.lakh })}
          onChange={(bounds) => onChange([String(bounds.from ?? ''), String(bounds.until ?? '')])}
        />
      );
    }
    case 'moments':
      return <DayFields part={part} onChange={onChange} />;
    default:
      return field satisfies never;
  }
}
