import type { Metadata } from 'next';
import { type ReactElement, Suspense } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { Leads } from './Leads';

export const metadata: Metadata = { title: words.leads.title };

export default async function LeadsPage(): Promise<ReactElement> {
  await requirePage('viewer');
  return (
    <Suspense fallback={<Spinner label={words.leads.loading} className="p-8 text-sm text-ink-soft" />}>
      <Leads />
    </Suspense>
  );
}
