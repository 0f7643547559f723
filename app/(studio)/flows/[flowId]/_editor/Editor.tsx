'use client';

import { useSearchParams } from 'next/navigation';
import { type ReactElement, useRef, useState } from 'react';
import { Spinner } from '@/app/_ui/Spinner';
import { Toasts } from '@/app/_ui/Toasts';
import { words } from '@/app/_words/en';
import type { Flow } from '@/flows/schema/flow';
import type { FlowIssue } from '@/flows/schema/flow-issue';
import { type CanvasHandle, CanvasHandleContext } from './canvas/canvas-handle';
import { EditorProvider } from './editor-context';
import { createEditorStore } from './editor-store';
import { SavingContext } from './saving/saving-context';
import { useSaver } from './saving/use-saver';
import { Workbench } from './Workbench';

type Opened = Readonly<{
  flow: Flow;
  revision: number;
  savedAt: string | null;
  hasModel: boolean;
  unreadable: readonly FlowIssue[] | null;
}>;

/** The flow editor: one document, the draft, in one memory that the canvas and all panels share. */
export function Editor({ opened: newest }: { readonly opened: Opened }): ReactElement {
  // The saver reads the draft by the same query: what it finds is its own business, and begins nothing anew.
  const [opened] = useState(newest);
  const asked = useSearchParams().get('state');
  const [store] = useState(() => {
    const created = createEditorStore(opened);
    if (opened.flow.states.some(({ id }) => id === asked)) created.getState().goTo({ state: asked ?? '' });
    return created;
  });
  const saver = useSaver(store, opened);
  const canvas = useRef<CanvasHandle>(null);
  if (saver === null) return <Spinner label={words.editor.shell.loading} className="p-8 text-sm text-ink-soft" />;
  return (
    <EditorProvider store={store}>
      <SavingContext value={saver}>
        <CanvasHandleContext value={canvas}>
          <Workbench unreadable={opened.unreadable} />
          <Toasts durationMs={4_000} />
        </CanvasHandleContext>
      </SavingContext>
    </EditorProvider>
  );
}
