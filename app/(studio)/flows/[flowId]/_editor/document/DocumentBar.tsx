'use client';

import { Check, FileDown, FileUp, type LucideIcon, PencilLine, TriangleAlert } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '@/app/_ui/Button';
import { classNames } from '@/app/_ui/class-names';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { useEditorStore } from '../editor-context';
import type { DeskState, DocumentDesk } from './document-desk';
import { exportFlow } from './export-flow';
import { ImportFlow } from './ImportFlow';

const texts = words.editor.document;

/** Where the text stands towards the draft, and the acts on it. */
export function DocumentBar({ desk }: { readonly desk: DocumentDesk }): ReactElement {
  const editor = useEditorStore();
  const status = useStore(desk.state, (state) => state.status);
  const count = useStore(desk.state, (state) => state.problems.length);
  const [isImporting, setIsImporting] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2">
      <p role="status" className={classNames('flex min-w-0 flex-1 basis-64 items-center gap-2 text-sm', looks[status])}>
        <Sign status={status} />
        {sentenceOf(status, count)}
      </p>
      <div className="flex flex-wrap gap-2">
        {status === 'untouched' ? null : (
          <>
            <Button look="bare" onClick={() => desk.discard()}>
              {texts.discard}
            </Button>
            <Button look="primary" disabled={status !== 'ready'} onClick={() => desk.takeOver()}>
              {texts.takeOver}
            </Button>
          </>
        )}
        <Button onClick={() => setIsImporting(true)}>
          <FileUp aria-hidden className="size-4" />
          {texts.importFlow}
        </Button>
        <Button onClick={() => exportFlow(editor.getState().flow)}>
          <FileDown aria-hidden className="size-4" />
          {texts.exportFlow}
        </Button>
      </div>
      <ImportFlow isOpen={isImporting} onClose={() => setIsImporting(false)} />
    </div>
  );
}

type Status = DeskState['status'];

function sentenceOf(status: Status, count: number): string {
  return status === 'wrong' ? texts.wrong(count) : texts[status];
}

function Sign({ status }: { readonly status: Status }): ReactElement {
  if (status === 'checking') return <Spinner />;
  const Icon = signs[status];
  return <Icon aria-hidden className="size-4 shrink-0" />;
}

const signs: Readonly<Record<Exclude<Status, 'checking'>, LucideIcon>> = {
  untouched: Check,
  wrong: TriangleAlert,
  ready: PencilLine,
};

const looks: Readonly<Record<Status, string>> = {
  untouched: 'text-ink-soft',
  checking: 'text-ink-soft',
  wrong: 'text-danger',
  ready: 'text-mark-ink',
};
