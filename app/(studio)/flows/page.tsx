import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { FlowsActions } from './_import/FlowsActions';
import { FlowList } from './FlowList';

export const metadata: Metadata = { title: words.flows.title };

export default async function FlowsPage(): Promise<ReactElement> {
  await requirePage('viewer');
  return (
    <div className="mx-auto max-w-4xl px-6 py-10 md:px-12">
      <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="text-xl font-semibold tracking-tight">{words.flows.title}</h1>
          <p className="mt-1 text-sm text-ink-soft">{words.flows.lead}</p>
        </div>
        <FlowsActions />
      </div>
      <FlowList />
    </div>
  );
}
