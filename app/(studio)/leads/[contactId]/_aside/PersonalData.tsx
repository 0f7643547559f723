'use client';

import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { useMe } from '../../../_me/use-me';
import { EraseContact } from '../../../_privacy/EraseContact';
import { ExportContact } from '../../../_privacy/ExportContact';
import type { LeadDetails } from '../lead-page-types';
import { Section } from '../Section';

/** What a customer may ask for: everything about them as a file, or to be forgotten. Owners do it. */
export function PersonalData({ lead }: { readonly lead: LeadDetails['lead'] }): ReactElement | null {
  if (useMe().role !== 'owner') return null;
  return (
    <Section title={words.leadPage.privacy}>
      <div className="flex flex-col items-start gap-3 pt-1">
        <ExportContact contactId={lead.contactId} />
        <EraseContact contactId={lead.contactId} name={lead.name ?? words.leadsShared.noName} />
      </div>
    </Section>
  );
}
