import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { Understanding } from './_understanding/Understanding';

export const metadata: Metadata = { title: words.settings.title };

export default async function SettingsPage(): Promise<ReactElement> {
  await requirePage('owner');
  return (
    <div className="mx-auto max-w-4xl px-5 pt-8 md:px-12 md:pt-10">
      <h1 className="text-xl font-semibold tracking-tight">{words.settings.title}</h1>
      <p className="mt-1 text-sm text-ink-soft">{words.settings.lead}</p>
      <Understanding />
    </div>
  );
}
