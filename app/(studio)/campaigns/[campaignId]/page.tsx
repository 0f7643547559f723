import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { OpenCampaign } from './OpenCampaign';

export const metadata: Metadata = { title: words.campaigns.title };

export default async function CampaignPage({ params }: PageProps<'/campaigns/[campaignId]'>): Promise<ReactElement> {
  await requirePage('viewer');
  const { campaignId } = await params;
  return <OpenCampaign id={campaignId} />;
}
