import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { Handover } from './_handover/Handover';

export const metadata: Metadata = { title: words.inboxHandover.title };

export default async function HandoverPage(): Promise<ReactElement> {
  await requirePage('owner');
  return (
    <div className="mx-auto max-w-4xl px-5 pt-8 md:px-12 md:pt-10">
      <h1 className="text-xl font-semibold tracking-tight">{words.inboxHandover.title}</h1>
      <p className="mt-1 max-w-prose text-sm text-ink-soft">{words.inboxHandover.lead}</p>
      <Handover />
    </div>
  );
}
