import type { Metadata } from 'next';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';

export const metadata: Metadata = { title: words.inbox.title };

/** Drawn by the layout, which outlives a change of the address. */
export default async function ConversationPage(): Promise<null> {
  await requirePage('officer');
  return null;
}
