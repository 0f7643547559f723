import type { Metadata } from 'next';
import { type ReactElement, Suspense } from 'react';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { Simulator } from './Simulator';

export const metadata: Metadata = { title: words.simulator.title };

export default function SimulatorPage(): ReactElement {
  return (
    <Suspense fallback={<Spinner label={words.simulator.loading} className="p-8 text-sm text-ink-soft" />}>
      <Simulator />
    </Suspense>
  );
}
