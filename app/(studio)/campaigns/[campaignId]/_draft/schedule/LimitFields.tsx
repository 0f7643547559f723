import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { CampaignPlan } from '@/server/campaigns/plan/campaign-plan';
import { writeCount, writeRupees } from '../../../../_figures/write-figure';
import { LimitField } from './LimitField';

const texts = words.campaigns.draft.schedule;

export type Limits = Pick<CampaignPlan['schedule'], 'perSecond' | 'perDay' | 'budgetInr'>;

type Props = { readonly limits: Limits; readonly onChange: (part: Partial<Limits>) => void };

/** How fast a campaign goes, and what it may cost. */
export function LimitFields({ limits: { perSecond, perDay, budgetInr }, onChange }: Props): ReactElement {
  return (
    <>
      <LimitField
        label={texts.perSecond}
        value={perSecond}
        max={1000}
        hint={perSecond === null ? texts.perSecondNone : ''}
        onChange={(limit) => onChange({ perSecond: limit })}
      />
      <LimitField
        label={texts.perDay}
        value={perDay}
        max={1_000_000}
        hint={perDay === null ? texts.perDayNone : writeCount(perDay)}
        onChange={(limit) => onChange({ perDay: limit })}
      />
      <LimitField
        label={texts.budget}
        value={budgetInr}
        max={100_000_000}
        hint={budgetInr === null ? texts.budgetNone : texts.budgetBody(writeRupees(budgetInr))}
        onChange={(limit) => onChange({ budgetInr: limit })}
      />
    </>
  );
}
