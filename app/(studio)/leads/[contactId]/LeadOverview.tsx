import { EyeOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { Consents } from './_aside/Consents';
import { Cost } from './_aside/Cost';
import { Documents } from './_aside/Documents';
import { Objections } from './_aside/Objections';
import { PersonalData } from './_aside/PersonalData';
import { SimilarLeads } from './_aside/SimilarLeads';
import { Facts } from './_facts/Facts';
import { LeadHeader } from './_head/LeadHeader';
import { LoanCard } from './_loan/LoanCard';
import { Missing } from './_missing/Missing';
import { Notes } from './_notes/Notes';
import { Tasks } from './_tasks/Tasks';
import { Timeline } from './_timeline/Timeline';
import type { LeadDetails } from './lead-page-types';

type Props = {
  readonly details: LeadDetails;
  /** The server does not answer: this was read before. */
  readonly isOld: boolean;
};

/** Everything that is known of one lead. */
export function LeadOverview({ details, isOld }: Props): ReactElement {
  const { lead, isMasked } = details;
  const { contactId } = lead;
  return (
    <div className="mx-auto max-w-7xl px-5 pt-5 pb-16 md:px-8 md:pt-7">
      <LeadHeader details={details} />
      {isOld ? (
        <p role="alert" className="mt-3 text-sm text-danger">
          {words.leads.stale}
        </p>
      ) : null}
      {isMasked ? (
        <p className="mt-4 flex items-center gap-2 rounded-xl bg-mark-soft px-4 py-2.5 text-sm text-mark-ink">
          <EyeOff aria-hidden className="size-4 shrink-0" />
          {words.leadPage.masked}
        </p>
      ) : null}
      <div className="mt-5 flex flex-col gap-4 lg:grid lg:items-start lg:grid-cols-[minmax(0,1fr)_23rem] xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="min-w-0 flex-col gap-4 max-lg:contents lg:flex">
          <Facts details={details} />
          <LoanCard loan={details.loan} valueInr={lead.propertyValue} askedInr={lead.loanAmount} />
          <Objections objections={details.objections} isMasked={isMasked} />
          {/* On a phone what is to be done comes before what was. */}
          <div className="max-lg:order-last">
            <Timeline contactId={contactId} />
          </div>
        </div>
        <div className="min-w-0 flex-col gap-4 max-lg:contents lg:flex">
          <Missing details={details} />
          {isMasked ? null : <Tasks contactId={contactId} />}
          {isMasked ? null : <Notes contactId={contactId} />}
          {isMasked ? null : <Documents documents={details.documents} />}
          <Consents consents={details.consents} conversation={isMasked ? null : contactId} />
          <SimilarLeads similar={details.similar} />
          <Cost cost={details.cost} />
          <PersonalData lead={lead} />
        </div>
      </div>
    </div>
  );
}
