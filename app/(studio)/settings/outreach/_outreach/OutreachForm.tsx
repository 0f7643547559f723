'use client';

import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { SaveBar } from '../../_saving/SaveBar';
import { Part } from '../../_understanding/Part';
import { FollowUpRules } from './FollowUpRules';
import { Holidays } from './Holidays';
import { Hours } from './Hours';
import { Limits } from './Limits';
import type { FollowUpReading, OutreachReading } from './outreach-types';
import { TemplateChoice } from './TemplateChoice';
import { UsualDays } from './UsualDays';
import { useOutreachForm } from './use-outreach-form';

const texts = words.outreach;

type Props = { readonly outreach: OutreachReading; readonly followUps: FollowUpReading };

/** Everything about writing first that an owner sets, saved together. */
export function OutreachForm({ outreach, followUps }: Props): ReactElement {
  const form = useOutreachForm(outreach, followUps);
  const { values, change } = form;
  return (
    <form
      aria-label={texts.title}
      className="mt-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (values.weekdays.length > 0) form.save();
      }}
    >
      <div className="hairlines">
        <Part title={texts.hours} body={texts.hoursBody}>
          <Hours values={values} onChange={change} />
        </Part>
        <Part title={texts.holidays} body={texts.holidaysBody}>
          <Holidays holidays={values.holidays} onChange={(holidays) => change({ holidays })} />
        </Part>
        <Part title={texts.limits} body={texts.limitsBody}>
          <Limits values={values} onChange={change} />
        </Part>
        <Part title={texts.followUps} body={texts.followUpsBody}>
          <FollowUpRules values={values} onChange={change} />
        </Part>
        <Part title={texts.usualDays} body={texts.usualDaysBody}>
          <UsualDays days={values.days} onChange={(days) => change({ days })} />
        </Part>
        <Part title={texts.template} body={texts.templateBody}>
          <TemplateChoice template={values.template} onChange={(template) => change({ template })} />
        </Part>
      </div>
      <SaveBar form={form} />
    </form>
  );
}
