import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { FlowList } from './FlowList';

export const metadata: Metadata = { title: words.flows.title };

export default function FlowsPage(): ReactElement {
  return (
    <div className="mx-auto max-w-4xl px-6 py-10 md:px-12">
      <h1 className="text-xl font-semibold tracking-tight">{words.flows.title}</h1>
      <p className="mt-1 mb-6 text-sm text-ink-soft">{words.flows.lead}</p>
      <FlowList />
    </div>
  );
}
