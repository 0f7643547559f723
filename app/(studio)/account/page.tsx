import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { AccountParts } from './_account/AccountParts';

export const metadata: Metadata = { title: words.account.title };

export default async function AccountPage(): Promise<ReactElement> {
  await requirePage('viewer');
  return (
    <div className="mx-auto max-w-4xl px-5 pt-8 pb-12 md:px-12 md:pt-10">
      <h1 className="text-xl font-semibold tracking-tight">{words.account.title}</h1>
      <p className="mt-1 max-w-prose text-sm text-ink-soft">{words.account.lead}</p>
      <AccountParts />
    </div>
  );
}
