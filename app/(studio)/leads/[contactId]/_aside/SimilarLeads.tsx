import Link from 'next/link';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { sayCode } from '../../../_reading/say-code';
import { sayAmount } from '../../../_slots/write-value';
import type { LeadDetails } from '../lead-page-types';
import { Section } from '../Section';

const texts = words.leadPage.similar;
const outcomes: Readonly<Record<string, string>> = words.leadsShared.outcomes;
const stages: Readonly<Record<string, string>> = words.leadsShared.stages;

/** Leads that were much like this one, and how they ended. */
export function SimilarLeads({ similar }: { readonly similar: LeadDetails['similar'] }): ReactElement {
  return (
    <Section title={texts.title}>
      {similar.length === 0 ? <p className="text-sm text-ink-soft">{texts.none}</p> : null}
      <ul className="hairlines">
        {similar.map((other) => (
          <li key={other.contactId} className="py-1.5 text-sm">
            <p className="flex justify-between gap-3">
              <Link
                href={`/leads/${other.contactId}`}
                className="min-w-0 truncate rounded font-semibold hover:text-accent"
              >
                {other.name ?? words.leadsShared.noName}
              </Link>
              <span className="shrink-0 text-ink-soft">{outcomes[other.outcome ?? ''] ?? stages[other.stage]}</span>
            </p>
            <p className="truncate text-xs text-ink-soft">{aboutOf(other)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function aboutOf({ loanAmount, propertyType, city, purpose }: LeadDetails['similar'][number]): string {
  const amount = loanAmount === null ? null : sayAmount('loan_amount_needed', loanAmount);
  const codes = [propertyType, purpose].map((code) => (code === null ? null : sayCode(code)));
  return [amount, codes[0], city, codes[1]].filter((part) => part).join(' · ');
}
