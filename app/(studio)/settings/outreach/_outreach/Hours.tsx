import type { ReactElement } from 'react';
import { TextField } from '@/app/_ui/TextField';
import { Toggle } from '@/app/_ui/Toggle';
import { words } from '@/app/_words/en';
import type { Edits, FormValues } from './form-values';

const texts = words.outreach;

/** Nobody is written to first outside these, whatever is set here: the server refuses more. */
const WIDEST = { opens: '09:00', closes: '21:00' } as const;

type Props = { readonly values: FormValues; readonly onChange: (edits: Edits) => void };

/** On which days and in which hours people may be written to. */
export function Hours({ values: { weekdays, opens, closes }, onChange }: Props): ReactElement {
  const isWrong = opens < WIDEST.opens || closes > WIDEST.closes || opens >= closes;
  const toggle = (day: number, isOn: boolean): void =>
    onChange({ weekdays: isOn ? [...weekdays, day].sort((a, b) => a - b) : weekdays.filter((one) => one !== day) });
  return (
    <div className="flex flex-col gap-4">
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{texts.days}</legend>
        <div className="flex flex-wrap gap-1.5">
          {texts.dayNames.map((name, index) => (
            <Toggle key={name} isOn={weekdays.includes(index + 1)} onChange={(isOn) => toggle(index + 1, isOn)}>
              {name}
            </Toggle>
          ))}
        </div>
        {weekdays.length === 0 ? (
          <p role="alert" className="mt-1 text-sm text-danger">
            {texts.noDays}
          </p>
        ) : null}
      </fieldset>
      <div className="grid max-w-sm grid-cols-2 gap-4">
        <TextField
          label={texts.opens}
          type="time"
          required
          min={WIDEST.opens}
          max={WIDEST.closes}
          value={opens}
          onChange={(event) => onChange({ opens: event.target.value })}
        />
        <TextField
          label={texts.closes}
          type="time"
          required
          min={WIDEST.opens}
          max={WIDEST.closes}
          value={closes}
          onChange={(event) => onChange({ closes: event.target.value })}
        />
      </div>
      {isWrong ? (
        <p role="alert" className="text-sm text-danger">
          {texts.hoursWrong}
        </p>
      ) : null}
    </div>
  );
}
