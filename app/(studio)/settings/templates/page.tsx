import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { Templates } from './_list/Templates';

export const metadata: Metadata = { title: words.templates.title };

export default function TemplatesPage(): ReactElement {
  return <Templates />;
}
