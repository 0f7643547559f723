import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { Prices } from './_costs/Prices';
import { Spent } from './_costs/Spent';

export const metadata: Metadata = { title: words.costs.title };

export default async function CostsPage(): Promise<ReactElement> {
  await requirePage('owner');
  return (
    <div className="mx-auto max-w-4xl px-5 pt-8 pb-12 md:px-12 md:pt-10">
      <h1 className="text-xl font-semibold tracking-tight">{words.costs.title}</h1>
      <p className="mt-1 text-sm text-ink-soft">{words.costs.lead}</p>
      <Spent />
      <Prices />
    </div>
  );
}
