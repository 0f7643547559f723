'use client';

import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { Part } from '../../_understanding/Part';
import { FactInput } from './FactInput';
import { FactTexts } from './FactTexts';
import type { FactsReading } from './facts-types';
import { type FactName, factGroups, fieldOf } from './fields';
import { SaveBar } from './SaveBar';
import { useFactsForm } from './use-facts-form';

const texts = words.facts;

type GroupName = keyof typeof factGroups;
const groups: readonly (readonly [GroupName, readonly FactName[]])[] = [
  ['rates', factGroups.rates],
  ['loan', factGroups.loan],
  ['customer', factGroups.customer],
  ['property', factGroups.property],
  ['times', factGroups.times],
  ['lender', factGroups.lender],
];

/** All facts, saved together: one version of them. */
export function FactsForm({ reading }: { readonly reading: FactsReading }): ReactElement {
  const form = useFactsForm(reading);
  return (
    <form
      className="mt-4"
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      <div className="hairlines">
        {groups.map(([group, names]) => (
          <Part key={group} title={texts.groups[group].title} body={texts.groups[group].body}>
            <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
              {names.map((name) => (
                <FactInput
                  key={name}
                  field={fieldOf(name)}
                  value={form.values[name] ?? ''}
                  onChange={(value) => form.change({ [name]: value })}
                />
              ))}
            </div>
          </Part>
        ))}
        <FactTexts facts={reading.facts} values={form.values} onChange={form.change} />
      </div>
      <SaveBar form={form} />
    </form>
  );
}
