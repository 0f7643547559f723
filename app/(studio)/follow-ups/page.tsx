import type { Metadata } from 'next';
import { type ReactElement, Suspense } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { FollowUps } from './FollowUps';

export const metadata: Metadata = { title: words.followUps.title };

export default async function FollowUpsPage(): Promise<ReactElement> {
  await requirePage('officer');
  return (
    <Suspense fallback={<Spinner label={words.followUps.loading} className="p-8 text-sm text-ink-soft" />}>
      <FollowUps />
    </Suspense>
  );
}
