import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { Outreach } from './_outreach/Outreach';

export const metadata: Metadata = { title: words.outreach.title };

export default function OutreachPage(): ReactElement {
  return <Outreach />;
}
