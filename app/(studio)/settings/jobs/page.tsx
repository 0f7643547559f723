import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { Jobs } from './_jobs/Jobs';

export const metadata: Metadata = { title: words.jobs.title };

export default async function JobsPage(): Promise<ReactElement> {
  await requirePage('owner');
  return <Jobs />;
}
