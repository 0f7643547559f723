import type { ReactElement } from 'react';
import { NumberField } from '@/app/_ui/NumberField';
import { words } from '@/app/_words/en';
import { writeRupees } from '../../_figures/write-figure';
import { type Edits, type FormValues, numberOf } from './form-values';
import { Part } from './Part';

const texts = words.settings;

const MOST_TOKENS = 10_000_000;
const MOST_INR = 1_000_000;
const PAISA = 0.01;

type Props = { readonly values: FormValues; readonly onChange: (edits: Edits) => void };

/** What a model may cost, and what it costs. */
export function Spending({ values, onChange }: Props): ReactElement {
  return (
    <>
      <Part title={texts.budgets} body={texts.budgetsBody}>
        <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
          <NumberField
            label={texts.fields.mostTokensPerContactPerDay}
            value={values.mostTokensPerContactPerDay}
            min={0}
            max={MOST_TOKENS}
            step={1}
            hint={contactHint(values)}
            onChange={(mostTokensPerContactPerDay) => onChange({ mostTokensPerContactPerDay })}
          />
          <NumberField
            label={texts.fields.mostInrPerDay}
            value={values.mostInrPerDay}
            min={0}
            max={MOST_INR}
            step={PAISA}
            hint={budgetHint(numberOf(values.mostInrPerDay), texts.perDay)}
            onChange={(mostInrPerDay) => onChange({ mostInrPerDay })}
          />
        </div>
      </Part>
      <Part title={texts.prices} body={texts.pricesBody}>
        <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
          <NumberField
            label={texts.fields.inrPerMillionPromptTokens}
            value={values.inrPerMillionPromptTokens}
            min={0}
            max={MOST_INR}
            step={PAISA}
            hint={priceHint(values.inrPerMillionPromptTokens)}
            onChange={(inrPerMillionPromptTokens) => onChange({ inrPerMillionPromptTokens })}
          />
          <NumberField
            label={texts.fields.inrPerMillionCompletionTokens}
            value={values.inrPerMillionCompletionTokens}
            min={0}
            max={MOST_INR}
            step={PAISA}
            hint={priceHint(values.inrPerMillionCompletionTokens)}
            onChange={(inrPerMillionCompletionTokens) => onChange({ inrPerMillionCompletionTokens })}
          />
        </div>
      </Part>
    </>
  );
}

const MILLION = 1_000_000;

/** What the tokens cost at most: when all of them were of the dearer kind. */
function contactHint(values: FormValues): string | undefined {
  const tokens = numberOf(values.mostTokensPerContactPerDay);
  const prices = [values.inrPerMillionPromptTokens, values.inrPerMillionCompletionTokens].map(numberOf);
  return budgetHint(tokens, () => {
    const inr = (tokens * Math.max(...prices)) / MILLION;
    return Number.isFinite(inr) ? texts.tokensCost(writeRupees(inr)) : '';
  });
}

function budgetHint(most: number, say: (rupees: string) => string): string | undefined {
  if (!Number.isFinite(most) || most < 0) return undefined;
  return most === 0 ? texts.nothingToSpend : say(writeRupees(most));
}

function priceHint(typed: string): string | undefined {
  const inr = numberOf(typed);
  return Number.isFinite(inr) && inr >= 0 ? texts.perMillion(writeRupees(inr)) : undefined;
}
