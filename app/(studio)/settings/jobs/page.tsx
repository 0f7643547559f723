import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { Jobs } from './_jobs/Jobs';

export const metadata: Metadata = { title: words.jobs.title };

export default function JobsPage(): ReactElement {
  return <Jobs />;
}
