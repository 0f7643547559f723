import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { OpenLead } from './OpenLead';

export const metadata: Metadata = { title: words.leadPage.title };

export default async function LeadPage({ params }: PageProps<'/leads/[contactId]'>): Promise<ReactElement> {
  await requirePage('viewer');
  const { contactId } = await params;
  return <OpenLead contactId={contactId} />;
}
