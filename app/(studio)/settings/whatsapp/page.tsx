import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { WhatsApp } from './WhatsApp';

export const metadata: Metadata = { title: words.whatsapp.title };

export default async function WhatsAppPage(): Promise<ReactElement> {
  await requirePage('owner');
  return <WhatsApp />;
}
