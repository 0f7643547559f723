import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { Voice } from './_voice/Voice';

export const metadata: Metadata = { title: words.voice.title };

export default function VoicePage(): ReactElement {
  return <Voice />;
}
