import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { Templates } from './_list/Templates';

export const metadata: Metadata = { title: words.templates.title };

export default async function TemplatesPage(): Promise<ReactElement> {
  await requirePage('owner');
  return <Templates />;
}
