import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { Retention } from './_retention/Retention';

export const metadata: Metadata = { title: words.retention.title };

export default async function RetentionPage(): Promise<ReactElement> {
  await requirePage('owner');
  return (
    <div className="mx-auto max-w-4xl px-5 pt-8 md:px-12 md:pt-10">
      <h1 className="text-xl font-semibold tracking-tight">{words.retention.title}</h1>
      <p className="mt-1 max-w-prose text-sm text-ink-soft">{words.retention.lead}</p>
      <Retention />
    </div>
  );
}
