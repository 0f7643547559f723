import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { AfterErasure } from './_privacy/AfterErasure';
import { Erasures } from './_privacy/erasures/Erasures';
import { Notices } from './_privacy/notices/Notices';
import { Sealing } from './_privacy/Sealing';

export const metadata: Metadata = { title: words.privacy.title };

export default async function PrivacyPage(): Promise<ReactElement> {
  await requirePage('owner');
  return (
    <div className="mx-auto max-w-4xl px-5 pt-8 pb-12 md:px-12 md:pt-10">
      <h1 className="text-xl font-semibold tracking-tight">{words.privacy.title}</h1>
      <p className="mt-1 max-w-prose text-sm text-ink-soft">{words.privacy.lead}</p>
      <div className="mt-8 flex flex-col gap-12">
        <Sealing />
        <Notices />
        <AfterErasure />
        <Erasures />
      </div>
    </div>
  );
}
