import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { Campaigns } from './_list/Campaigns';

export const metadata: Metadata = { title: words.campaigns.title };

export default async function CampaignsPage(): Promise<ReactElement> {
  await requirePage('viewer');
  return <Campaigns />;
}
