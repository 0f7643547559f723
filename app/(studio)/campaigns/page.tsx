import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { Campaigns } from './_list/Campaigns';

export const metadata: Metadata = { title: words.campaigns.title };

export default function CampaignsPage(): ReactElement {
  return <Campaigns />;
}
