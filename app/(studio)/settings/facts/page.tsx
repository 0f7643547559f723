import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { MarketEvent } from '../../_market/MarketEvent';
import { Facts } from './_facts/Facts';
import { History } from './_facts/History';

export const metadata: Metadata = { title: words.facts.title };

export default async function FactsPage(): Promise<ReactElement> {
  await requirePage('owner');
  return (
    <div className="mx-auto max-w-4xl px-5 pt-8 md:px-12 md:pt-10">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h1 className="text-xl font-semibold tracking-tight">{words.facts.title}</h1>
        <MarketEvent />
      </div>
      <p className="mt-1 max-w-prose text-sm text-ink-soft">{words.facts.lead}</p>
      <Facts />
      <History />
    </div>
  );
}
