import type { ReactElement, ReactNode } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import type { LeadSort } from '@/server/leads/filter/lead-filter';
import { writeRupees } from '../../_figures/write-figure';
import { LanguageChip } from '../../_lead/LanguageChip';
import { OwnerChip } from '../../_lead/OwnerChip';
import { ScoreBadge } from '../../_lead/ScoreBadge';
import { WindowRing } from '../../_lead/WindowRing';
import { sayCode } from '../../_reading/say-code';
import { sayAmount } from '../../_slots/write-value';
import { writeTime } from '../../_time/write-time';
import type { Lead } from '../lead-types';
import { NextActionMark } from '../NextActionMark';
import type { ColumnId } from './column-choice';

const texts = words.leads;

export type Column = Readonly<{
  /** As a track of a CSS grid. */
  width: string;
  /** What the table is sorted by with this column's head. */
  sort?: LeadSort['by'];
  cell: (lead: Lead) => ReactNode;
}>;

/** What stands in each column of the table. */
export const columns: Readonly<Record<ColumnId, Column>> = {
  score: {
    width: '5.5rem',
    sort: 'score',
    cell: ({ score, reasons }) => <ScoreBadge score={score} reasons={reasons} />,
  },
  stage: { width: '9.5rem', cell: ({ stage }) => words.leadsShared.stages[stage] },
  loanAmount: { width: '7.5rem', sort: 'loanAmount', cell: ({ loanAmount }) => <Amount inr={loanAmount} /> },
  city: { width: '8.5rem', cell: ({ city }) => city ?? texts.unknown },
  language: { width: '5.5rem', cell: ({ language }) => <LanguageChip language={language} /> },
  owner: { width: '9.5rem', cell: ({ assignee }) => <OwnerChip owner={assignee} /> },
  nextAction: {
    width: '10.5rem',
    sort: 'nextAction',
    cell: ({ nextActionAt }) => (nextActionAt === null ? texts.unknown : <NextActionMark at={nextActionAt} />),
  },
  window: { width: '6.5rem', cell: ({ windowEndsAt }) => <WindowRing endsAt={windowEndsAt} /> },
  propertyType: { width: '8.5rem', cell: ({ propertyType }) => sayCode(propertyType ?? texts.unknown) },
  propertyValue: { width: '8.5rem', cell: ({ propertyValue }) => <Amount inr={propertyValue} /> },
  purpose: { width: '9.5rem', cell: ({ purpose }) => sayCode(purpose ?? texts.unknown) },
  income: { width: '7.5rem', cell: ({ income }) => <Amount inr={income} /> },
  source: { width: '7.5rem', cell: ({ source }) => texts.filters.sources[source] },
  tags: { width: '10rem', cell: ({ tags }) => <Tags tags={tags} /> },
  updated: { width: '11rem', sort: 'updated', cell: ({ updatedAt }) => writeTime(updatedAt) },
  created: { width: '11rem', sort: 'created', cell: ({ createdAt }) => writeTime(createdAt) },
};

function Amount({ inr }: { readonly inr: number | null }): ReactElement {
  if (inr === null) return <>{texts.unknown}</>;
  return (
    <span title={writeRupees(inr)} className="tabular-nums">
      {sayAmount('loan_amount_needed', inr) ?? writeRupees(inr)}
    </span>
  );
}

function Tags({ tags }: { readonly tags: readonly string[] }): ReactElement {
  if (tags.length === 0) return <>{texts.unknown}</>;
  return (
    <span className="flex gap-1 overflow-hidden">
      {tags.map((tag) => (
        <Badge key={tag}>
          <span className="truncate">{tag}</span>
        </Badge>
      ))}
    </span>
  );
}
