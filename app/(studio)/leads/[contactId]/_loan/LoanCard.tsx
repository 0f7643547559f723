'use client';

import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Meter } from '@/app/_ui/Meter';
import { words } from '@/app/_words/en';
import { writeRupees } from '../../../_figures/write-figure';
import { MessageText } from '../../../_phone/MessageText';
import { sayAmount, writeValue } from '../../../_slots/write-value';
import type { LeadDetails } from '../lead-page-types';
import { Section } from '../Section';
import { AmountSlider } from './AmountSlider';
import { illustrate } from './illustrate';

const texts = words.leadPage.loan;
const LAKH = 100_000;

type Loan = LeadDetails['loan'];
type Props = { readonly loan: Loan; readonly valueInr: number | null; readonly askedInr: number | null };

/** What they ask for against what may be lent, and what it costs a month: worked out as the conversation does. */
export function LoanCard({ loan, valueInr, askedInr }: Props): ReactElement {
  const { inputs } = loan;
  const asked = { amountInr: inputs.amountInr, months: inputs.months, ratePercent: inputs.ratePercent };
  // What was moved; all else follows what is known.
  const [moved, setMoved] = useState<Partial<typeof asked>>({});
  const chosen = { ...asked, ...moved };
  const result = illustrate(loan, chosen, valueInr);
  const set = (part: Partial<typeof asked>) => setMoved({ ...moved, ...part });
  return (
    <Section title={texts.title} lead={texts.lead}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3">
        <Figure name={texts.asked} value={askedInr === null ? words.leads.unknown : sayRupees(askedInr)} />
        <Figure name={texts.value} value={valueInr === null ? words.leads.unknown : sayRupees(valueInr)} />
        <Figure
          name={texts.maximum}
          value={result.isKnown ? sayRupees(result.maximumInr) : texts.notKnown}
          {...(result.isKnown ? { about: texts.bounds[result.bound] } : {})}
        />
      </dl>
      {result.ltvPercent === null ? null : (
        <div className="mt-3 max-w-sm">
          <Meter
            label={texts.ltv}
            share={result.ltvPercent / loan.ltvLimitPercent}
            value={texts.ltvOf(String(result.ltvPercent), String(loan.ltvLimitPercent))}
          />
        </div>
      )}
      <div className="mt-4 grid gap-x-6 gap-y-3 sm:grid-cols-3">
        <AmountSlider
          label={texts.amount}
          value={chosen.amountInr}
          min={inputs.amountFromInr}
          max={Math.max(
            inputs.amountFromInr,
            Math.min(inputs.amountToInr, 2 * Math.max(result.maximumInr, asked.amountInr)),
          )}
          step={LAKH}
          said={sayRupees(chosen.amountInr)}
          onChange={(amountInr) => set({ amountInr })}
        />
        <AmountSlider
          label={texts.tenure}
          value={chosen.months}
          min={inputs.monthsFrom}
          max={inputs.monthsTo}
          step={12}
          said={writeValue('tenure_months', chosen.months)}
          onChange={(months) => set({ months })}
        />
        <AmountSlider
          label={texts.rate}
          value={chosen.ratePercent}
          min={inputs.rateFrom}
          max={inputs.rateTo}
          step={0.25}
          said={`${chosen.ratePercent}%`}
          onChange={(ratePercent) => set({ ratePercent })}
        />
      </div>
      <Result result={result} />
      <div className="mt-3 text-xs text-ink-soft">
        <MessageText text={loan.caution} />
      </div>
      {Object.keys(moved).length === 0 ? null : (
        <Button look="bare" onClick={() => setMoved({})}>
          {texts.reset}
        </Button>
      )}
    </Section>
  );
}

function Result({ result }: { readonly result: ReturnType<typeof illustrate> }): ReactElement | null {
  if (result.emiInr === null) return null;
  return (
    <div role="status" className="mt-4 rounded-xl bg-sunken px-4 py-3">
      <p className="text-xs text-ink-soft">{texts.emi}</p>
      <p className="text-xl font-semibold tabular-nums">{writeRupees(Math.round(result.emiInr))}</p>
      <p className="text-xs text-ink-soft">{texts.total(writeRupees(Math.round(result.totalInr)))}</p>
      {result.isKnown ? (
        <p className={result.isWithin ? 'text-sm text-accent' : 'text-sm text-danger'}>
          {result.isWithin ? texts.withinMaximum : texts.aboveMaximum}
        </p>
      ) : null}
    </div>
  );
}

type FigureProps = { readonly name: string; readonly value: string; readonly about?: string };

function Figure({ name, value, about }: FigureProps): ReactElement {
  return (
    <div>
      <dt className="text-xs text-ink-soft">{name}</dt>
      <dd className="text-base font-semibold tabular-nums">
        {value}
        {about ? <span className="block text-xs font-normal text-ink-soft">{about}</span> : null}
      </dd>
    </div>
  );
}

function sayRupees(inr: number): string {
  return sayAmount('loan_amount_needed', inr) ?? writeRupees(inr);
}
