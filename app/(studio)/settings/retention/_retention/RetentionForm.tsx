'use client';

import type { ReactElement } from 'react';
import { NumberField } from '@/app/_ui/NumberField';
import { words } from '@/app/_words/en';
import { SaveBar } from '../../_saving/SaveBar';
import { Part } from '../../_understanding/Part';
import { conversationDays, type DaysName, type RetentionReading, recordDays } from './form-values';
import { useRetentionForm } from './use-retention-form';

const texts = words.retention;
const MOST_DAYS = 3_650;
const DAYS_OF_YEAR = 365;

/** The days of everything that is forgotten some time, saved together. */
export function RetentionForm({ reading }: { readonly reading: RetentionReading }): ReactElement {
  const form = useRetentionForm(reading);
  const field = (name: DaysName): ReactElement => (
    <NumberField
      key={name}
      label={texts.fields[name]}
      value={form.values[name]}
      min={1}
      max={MOST_DAYS}
      step={1}
      hint={sayDays(form.values[name])}
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
      {reading.settings === null ? (
        <p role="alert" className="mt-4 text-sm text-danger">
          {texts.unreadable}
        </p>
      ) : null}
      <div className="hairlines">
        <Part title={texts.conversations} body={texts.conversationsBody}>
          <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">{conversationDays.map(field)}</div>
        </Part>
        <Part title={texts.records} body={texts.recordsBody}>
          <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">{recordDays.map(field)}</div>
        </Part>
      </div>
      <SaveBar form={form} />
    </form>
  );
}

function sayDays(typed: string): string | undefined {
  const days = Number(typed);
  if (typed.trim() === '' || !Number.isInteger(days) || days < 1) return undefined;
  if (days <= DAYS_OF_YEAR) return texts.days(days);
  return texts.aboutYears(String(Math.round((days / DAYS_OF_YEAR) * 10) / 10));
}
