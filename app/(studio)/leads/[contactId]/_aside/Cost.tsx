import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeRupees } from '../../../_figures/write-figure';
import type { LeadDetails } from '../lead-page-types';
import { Section } from '../Section';

const texts = words.leadPage.cost;

/** What this lead has cost so far. */
export function Cost({ cost }: { readonly cost: LeadDetails['cost'] }): ReactElement {
  const rows = [
    [texts.messages, cost.messagesInr],
    [texts.model, cost.modelInr],
    [texts.total, cost.totalInr],
  ] as const;
  return (
    <Section title={texts.title}>
      <dl className="text-sm">
        {rows.map(([name, inr]) => (
          <div key={name} className="flex justify-between gap-3 py-0.5 last:font-semibold">
            <dt>{name}</dt>
            <dd className="tabular-nums">{writeRupees(Number(inr))}</dd>
          </div>
        ))}
      </dl>
      {cost.unpriced > 0 ? <p className="text-xs text-ink-faint">{texts.unpriced(cost.unpriced)}</p> : null}
    </Section>
  );
}
