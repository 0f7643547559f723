import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { Voice } from './_voice/Voice';

export const metadata: Metadata = { title: words.voice.title };

export default async function VoicePage(): Promise<ReactElement> {
  await requirePage('owner');
  return <Voice />;
}
