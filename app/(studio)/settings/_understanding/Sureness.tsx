import type { ReactElement } from 'react';
import { PercentSlider } from '@/app/_ui/PercentSlider';
import { words } from '@/app/_words/en';
import type { Edits, FormValues } from './form-values';
import { Part } from './Part';

const texts = words.settings;

type Props = { readonly values: FormValues; readonly onChange: (edits: Edits) => void };

/** From where on the embedded reader needs no help. */
export function Sureness({ values, onChange }: Props): ReactElement {
  return (
    <Part title={texts.sure} body={values.engine === 'auto' ? texts.sureBody : texts.sureUnused}>
      <div className="grid items-end gap-x-8 gap-y-4 sm:grid-cols-2">
        <PercentSlider
          label={texts.fields.sureFrom}
          percent={values.sureFrom}
          onChange={(sureFrom) => onChange({ sureFrom })}
        />
        <PercentSlider
          label={texts.fields.sureAhead}
          percent={values.sureAhead}
          onChange={(sureAhead) => onChange({ sureAhead })}
        />
      </div>
    </Part>
  );
}
