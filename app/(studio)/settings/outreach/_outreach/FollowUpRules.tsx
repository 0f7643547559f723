import type { ReactElement } from 'react';
import { Checkbox } from '@/app/_ui/Checkbox';
import { NumberField } from '@/app/_ui/NumberField';
import { words } from '@/app/_words/en';
import { type Edits, type FormValues, numberOf } from './form-values';

const texts = words.outreach.rules;

const MOST_PERCENT = 30;
const MOST_REPLIES = 50;

type Props = { readonly values: FormValues; readonly onChange: (edits: Edits) => void };

/** How the time of a follow-up is fitted to a person, and who words it. */
export function FollowUpRules({ values, onChange }: Props): ReactElement {
  const percent = numberOf(values.interestPercent);
  return (
    <div className="flex flex-col gap-5">
      <div>
        <Checkbox
          {...texts.interest}
          isChecked={values.interestIsOn}
          onChange={(interestIsOn) => onChange({ interestIsOn })}
        />
        {values.interestIsOn ? (
          <NumberField
            label={texts.interestPercent}
            value={values.interestPercent}
            min={0}
            max={MOST_PERCENT}
            step={1}
            hint={percent >= 0 ? texts.percent(percent) : undefined}
            onChange={(interestPercent) => onChange({ interestPercent })}
            className="mt-3 max-w-72 pl-7"
          />
        ) : null}
      </div>
      <div>
        <Checkbox
          {...texts.bestHour}
          isChecked={values.bestHourIsOn}
          onChange={(bestHourIsOn) => onChange({ bestHourIsOn })}
        />
        {values.bestHourIsOn ? (
          <NumberField
            label={texts.leastReplies}
            value={values.leastReplies}
            min={1}
            max={MOST_REPLIES}
            step={1}
            onChange={(leastReplies) => onChange({ leastReplies })}
            className="mt-3 max-w-72 pl-7"
          />
        ) : null}
      </div>
      <Checkbox
        {...texts.reminds}
        isChecked={values.remindsAfterSilence}
        onChange={(remindsAfterSilence) => onChange({ remindsAfterSilence })}
      />
      <Checkbox
        {...texts.drafts}
        isChecked={values.draftsWords}
        onChange={(draftsWords) => onChange({ draftsWords })}
      />
    </div>
  );
}
