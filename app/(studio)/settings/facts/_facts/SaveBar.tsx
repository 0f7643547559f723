import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { RateDropOffer } from '../../../_market/RateDropOffer';
import { SavingState } from '../../_saving/SavingState';
import type { FactsFormState } from './use-facts-form';

const texts = words.facts;
const LONGEST_NOTE = 500;

/** How saving stands, always in sight; who changes something may say why. */
export function SaveBar({ form }: { readonly form: FactsFormState }): ReactElement {
  const { isChanged, isSaving } = form;
  return (
    <div className="sticky bottom-0 -mx-5 flex flex-wrap items-end gap-x-3 gap-y-2 border-t border-line bg-paper px-5 py-3 md:-mx-12 md:px-12">
      {form.event === 'interest_rate_drop' && !isChanged ? <RateDropOffer onLater={form.forgetEvent} /> : null}
      {isChanged ? (
        <TextField
          label={texts.note}
          value={form.note}
          maxLength={LONGEST_NOTE}
          onChange={(event) => form.setNote(event.target.value)}
          className="flex-1 basis-40"
        />
      ) : null}
      <div className="min-w-0 flex-1 basis-72 self-center text-sm">
        <SavingState progress={form} saved={texts.saved} />
      </div>
      <div className="ml-auto flex gap-2">
        {isChanged ? (
          <Button onClick={form.discard} disabled={isSaving}>
            {texts.discard}
          </Button>
        ) : null}
        <Button type="submit" look="primary" isBusy={isSaving} disabled={!isChanged}>
          {texts.save}
        </Button>
      </div>
    </div>
  );
}
