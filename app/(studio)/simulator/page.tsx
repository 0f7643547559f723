import type { Metadata } from 'next';
import { type ReactElement, Suspense } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { Simulator } from './Simulator';

export const metadata: Metadata = { title: words.simulator.title };

export default async function SimulatorPage(): Promise<ReactElement> {
  await requirePage('owner');
  return (
    <Suspense fallback={<Spinner label={words.simulator.loading} className="p-8 text-sm text-ink-soft" />}>
      <Simulator />
    </Suspense>
  );
}
