'use client';

import type { ReactElement } from 'react';
import { Checkbox } from '@/app/_ui/Checkbox';
import { RadioGroup } from '@/app/_ui/RadioGroup';
import { words } from '@/app/_words/en';
import { NoModel } from '../../_reading/NoModel';
import type { UnderstandingReading } from '../../_reading/reading-types';
import { SaveBar } from '../_saving/SaveBar';
import { Part } from './Part';
import { Spending } from './Spending';
import { Sureness } from './Sureness';
import { useUnderstandingForm } from './use-understanding-form';

const texts = words.settings;

const engines = [
  { value: 'auto', ...texts.engines.auto },
  { value: 'llm', ...texts.engines.llm },
  { value: 'embedded', ...texts.engines.embedded },
] as const;

/** Everything about understanding that an owner sets, saved together. */
export function UnderstandingForm({ reading }: { readonly reading: UnderstandingReading }): ReactElement {
  const form = useUnderstandingForm(reading);
  const { values, change } = form;
  return (
    <form
      className="mt-2"
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      <div className="hairlines">
        <Model model={reading.model} />
        <Part title={texts.fields.engine}>
          <RadioGroup
            label={texts.fields.engine}
            options={engines}
            value={values.engine}
            onChange={(engine) => change({ engine })}
          />
        </Part>
        <Sureness values={values} onChange={change} />
        <Part title={texts.answers}>
          <Checkbox
            label={texts.fields.draftsReplies}
            body={texts.draftsRepliesBody}
            isChecked={values.draftsReplies}
            onChange={(draftsReplies) => change({ draftsReplies })}
          />
        </Part>
        <Spending values={values} onChange={change} />
      </div>
      <SaveBar form={form} />
    </form>
  );
}

function Model({ model }: { readonly model: UnderstandingReading['model'] }): ReactElement {
  if (model === null) {
    return (
      <div className="py-5">
        <NoModel>{`${words.reading.embeddedFromNow} ${texts.waits}`}</NoModel>
      </div>
    );
  }
  return (
    <Part title={texts.model}>
      <p className="font-semibold wrap-anywhere">{texts.modelAt(model.name, model.host)}</p>
      <p className="text-sm text-ink-soft">{texts.modelBody}</p>
    </Part>
  );
}
