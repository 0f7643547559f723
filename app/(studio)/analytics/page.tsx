import type { Metadata } from 'next';
import { type ReactElement, Suspense } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { Analytics } from './Analytics';

export const metadata: Metadata = { title: words.analytics.title };

export default async function AnalyticsPage(): Promise<ReactElement> {
  await requirePage('viewer');
  return (
    <Suspense fallback={<Spinner label={words.analytics.loading} className="p-8 text-sm text-ink-soft" />}>
      <Analytics />
    </Suspense>
  );
}
