'use client';

import type { ReactElement } from 'react';
import { Checkbox } from '@/app/_ui/Checkbox';
import { NumberField } from '@/app/_ui/NumberField';
import { words } from '@/app/_words/en';
import { SaveBar } from '../../_saving/SaveBar';
import { Part } from '../../_understanding/Part';
import { answering, type HandoverReading, type MinutesName, silence } from './form-values';
import { useHandoverForm } from './use-handover-form';

const texts = words.inboxHandover;
const MOST_MINUTES = 10_080; // a week, as the server takes it
const MINUTES_OF_HOUR = 60;

/** The minutes of everything that waits for an officer, saved together. */
export function HandoverForm({ reading }: { readonly reading: HandoverReading }): ReactElement {
  const form = useHandoverForm(reading);
  const field = (name: MinutesName): ReactElement => (
    <NumberField
      key={name}
      label={texts.fields[name]}
      value={form.values[name]}
      min={1}
      max={MOST_MINUTES}
      step={1}
      hint={sayMinutes(form.values[name])}
      onChange={(typed) => form.change({ [name]: typed })}
    />
  );
  return (
    <form
      aria-label={texts.title}
      className="mt-2"
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      <div className="hairlines">
        <Part title={texts.answering} body={texts.answeringBody}>
          <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">{answering.map(field)}</div>
        </Part>
        <Part title={texts.silence} body={texts.silenceBody}>
          <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">{silence.map(field)}</div>
        </Part>
        <Part title={texts.hours} body={texts.hoursBody}>
          <Checkbox
            label={texts.fromFacts}
            body={texts.fromFactsBody}
            isChecked={form.values.officeHoursFromFacts}
            onChange={(officeHoursFromFacts) => form.change({ officeHoursFromFacts })}
          />
        </Part>
      </div>
      <SaveBar form={form} />
    </form>
  );
}

function sayMinutes(typed: string): string | undefined {
  const minutes = Number(typed);
  if (typed.trim() === '' || !Number.isInteger(minutes) || minutes < 1) return undefined;
  if (minutes < 2 * MINUTES_OF_HOUR) return texts.minutes(minutes);
  return texts.aboutHours(String(Math.round((minutes / MINUTES_OF_HOUR) * 10) / 10));
}
