import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { WhatsApp } from './WhatsApp';

export const metadata: Metadata = { title: words.whatsapp.title };

export default function WhatsAppPage(): ReactElement {
  return <WhatsApp />;
}
