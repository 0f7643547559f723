'use client';

import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { words } from '@/app/_words/en';
import { useEditorStore } from '../editor-context';
import { DocumentBar } from './DocumentBar';
import { DocumentNews } from './DocumentNews';
import { DocumentDesk } from './document-desk';
import { openLinter } from './open-linter';

/** The flow as the text of its file: a working copy with its problems at their lines, and a way to take it over. */
export function DocumentView(): ReactElement {
  const editor = useEditorStore();
  const parent = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const [desk, setDesk] = useState<DocumentDesk | null>(null);
  useEffect(() => {
    if (parent.current === null) return;
    const linter = openLinter();
    const opened = new DocumentDesk(editor, linter);
    const close = opened.open(parent.current, hintId);
    setDesk(opened);
    return () => {
      close();
      linter.close();
    };
  }, [editor, hintId]);
  return (
    <section aria-label={words.editor.document.label} className="flex h-full min-h-0 flex-col bg-surface">
      {desk ? <DocumentBar desk={desk} /> : null}
      {desk ? <DocumentNews desk={desk} /> : null}
      <div ref={parent} className="min-h-0 flex-1" />
      <p id={hintId} className="border-t border-line px-4 py-1 text-xs text-ink-faint">
        {words.editor.document.hint}
      </p>
    </section>
  );
}
