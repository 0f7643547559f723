import type { Metadata } from 'next';
import { type ReactElement, Suspense } from 'react';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { FlowDrawing } from './_canvas/FlowDrawing';

export const metadata: Metadata = { title: words.flows.title };

export default async function FlowPage({ params }: PageProps<'/flows/[flowId]'>): Promise<ReactElement> {
  const { flowId } = await params;
  return (
    <Suspense fallback={<Spinner label={words.canvas.loading} className="p-8 text-sm text-ink-soft" />}>
      <FlowDrawing flowId={flowId} />
    </Suspense>
  );
}
