import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { OpenFlow } from './_editor/OpenFlow';

export const metadata: Metadata = { title: words.flows.title };

export default async function FlowPage({ params }: PageProps<'/flows/[flowId]'>): Promise<ReactElement> {
  const { flowId } = await params;
  return <OpenFlow flowId={flowId} />;
}
