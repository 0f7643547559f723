import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { AuditLog } from './_audit/AuditLog';

export const metadata: Metadata = { title: words.audit.title };

export default async function AuditPage(): Promise<ReactElement> {
  await requirePage('owner');
  return <AuditLog />;
}
