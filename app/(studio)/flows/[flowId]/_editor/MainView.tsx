'use client';

import dynamic from 'next/dynamic';
import type { ReactElement } from 'react';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { FlowCanvas } from './canvas/FlowCanvas';
import { useEditor } from './editor-context';

const loading = <Spinner label={words.editor.shell.loadingPart} className="p-8 text-sm text-ink-soft" />;
const LanguagesView = dynamic(() => import('./languages/LanguagesView').then((part) => part.LanguagesView), {
  ssr: false,
  loading: () => loading,
});
const DocumentView = dynamic(() => import('./document/DocumentView').then((part) => part.DocumentView), {
  ssr: false,
  loading: () => loading,
});

/** The flow as a drawing, as a table of its texts, or as its document. */
export function MainView(): ReactElement {
  const view = useEditor((state) => state.view);
  if (view === 'languages') return <LanguagesView />;
  return view === 'document' ? <DocumentView /> : <FlowCanvas />;
}
