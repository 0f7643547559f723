import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { OpenTemplate } from './_editor/OpenTemplate';

export const metadata: Metadata = { title: words.templates.title };

export default async function TemplatePage({ params }: PageProps<'/settings/templates/[name]'>): Promise<ReactElement> {
  await requirePage('owner');
  const { name } = await params;
  return <OpenTemplate name={name} />;
}
