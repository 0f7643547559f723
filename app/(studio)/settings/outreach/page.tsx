import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { Outreach } from './_outreach/Outreach';

export const metadata: Metadata = { title: words.outreach.title };

export default async function OutreachPage(): Promise<ReactElement> {
  await requirePage('owner');
  return <Outreach />;
}
