import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { CampaignActs } from '../../_acts/CampaignActs';
import { LONGEST_NAME } from '../../_acts/use-duplicating';
import type { CampaignView } from '../../campaign-types';
import { Launch } from './launch/Launch';
import { Message } from './message/Message';
import { People } from './people/People';
import { Step, type StepId, steps } from './Step';
import { Conflict, SavingLabel } from './saving/SavingLabel';
import { type Draft, useDraft } from './saving/use-draft';
import { Schedule } from './schedule/Schedule';

const texts = words.campaigns.draft;

/** A campaign that is being drafted, step by step, on one page. */
export function DraftPage({ campaign }: { readonly campaign: CampaignView }): ReactElement {
  const draft = useDraft(campaign);
  return (
    <>
      <div className="mt-3 flex flex-wrap items-end gap-x-4 gap-y-2">
        <h1 className="sr-only">{draft.name}</h1>
        <TextField
          label={texts.name}
          value={draft.name}
          maxLength={LONGEST_NAME}
          onChange={(event) => draft.rename(event.target.value)}
          className="flex-1 basis-72"
        />
        <div className="flex min-h-9 items-center gap-3">
          <span className="text-sm text-ink-soft">{texts.channel[draft.channel]}</span>
          <CampaignActs campaign={campaign} />
        </div>
      </div>
      <div className="sticky top-0 z-10 -mx-5 mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line bg-paper px-5 py-2 md:-mx-12 md:px-12">
        <StepLinks draft={draft} />
        <SavingLabel state={draft.state} />
      </div>
      <Conflict draft={draft} />
      <Step step="people">
        <People draft={draft} />
      </Step>
      <Step step="message">
        <Message draft={draft} />
      </Step>
      <Step step="schedule">
        <Schedule draft={draft} />
      </Step>
      <Step step="launch">
        <Launch draft={draft} campaign={campaign} />
      </Step>
    </>
  );
}

function StepLinks({ draft }: { readonly draft: Draft }): ReactElement {
  return (
    <nav aria-label={texts.stepsLabel} className="min-w-0 overflow-x-auto">
      <ol className="flex gap-1">
        {steps.map((step) => (
          <li key={step}>
            <a
              href={`#${step}`}
              className="flex min-h-8 items-center gap-1 rounded-lg px-2 text-sm font-medium whitespace-nowrap text-ink-soft hover:bg-sunken hover:text-ink"
            >
              {isDone(step, draft) ? (
                <Check role="img" aria-label={texts.done} className="size-3.5 text-accent" />
              ) : null}
              {texts.steps[step].title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Something was decided there; whether it is right is said by the check. */
function isDone(step: StepId, { plan }: Draft): boolean {
  switch (step) {
    case 'people':
      return plan.audience !== null;
    case 'message':
      return plan.variants.length > 0;
    case 'schedule':
    case 'launch':
      return false;
    default:
      return step satisfies never;
  }
}
