import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { People } from './_people/People';

export const metadata: Metadata = { title: words.people.title };

export default async function PeoplePage(): Promise<ReactElement> {
  await requirePage('owner');
  return <People />;
}
