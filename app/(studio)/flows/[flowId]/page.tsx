import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { requirePage } from '@/app/_auth/require-page';
import { words } from '@/app/_words/en';
import { OpenFlow } from './_editor/OpenFlow';

export const metadata: Metadata = { title: words.flows.title };

export default async function FlowPage({ params }: PageProps<'/flows/[flowId]'>): Promise<ReactElement> {
  await requirePage('viewer');
  const { flowId } = await params;
  return <OpenFlow flowId={flowId} />;
}
