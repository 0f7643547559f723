import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { OpenCampaign } from './OpenCampaign';

export const metadata: Metadata = { title: words.campaigns.title };

export default async function CampaignPage({ params }: PageProps<'/campaigns/[campaignId]'>): Promise<ReactElement> {
  const { campaignId } = await params;
  return <OpenCampaign id={campaignId} />;
}
