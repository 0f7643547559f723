import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { OpenTemplate } from './_editor/OpenTemplate';

export const metadata: Metadata = { title: words.templates.title };

export default async function TemplatePage({ params }: PageProps<'/settings/templates/[name]'>): Promise<ReactElement> {
  const { name } = await params;
  return <OpenTemplate name={name} />;
}
