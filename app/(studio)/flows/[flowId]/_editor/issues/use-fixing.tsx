'use client';

import { type ReactElement, useMemo, useState } from 'react';
import { toast } from 'sonner';
import { words } from '@/app/_words/en';
import type { Fix } from '@/flows/edit/fixes/fix';
import { fixAll } from '@/flows/edit/fixes/fixes-for';
import type { Flow } from '@/flows/schema/flow';
import type { FlowIssue } from '@/flows/schema/flow-issue';
import { useEditorStore } from '../editor-context';
import type { EditorStore } from '../editor-store';
import { ChooseOutcome } from '../outline/dialogs/ChooseOutcome';
import { ChooseState } from '../outline/dialogs/ChooseState';
import { countByCode } from './group-issues';

const texts = words.editor.issues;

/** What puts issues right, and the question that a fix asks first. */
export type Fixing = Readonly<{
  apply: (fix: Fix, issue: FlowIssue) => void;
  applyToAll: (fix: Fix, code: string) => void;
  /** How many issues of this kind there are. */
  countOf: (code: string) => number;
  dialog: ReactElement | null;
}>;

type Asked = Readonly<{ fix: Exclude<Fix, { kind: 'change' }>; issue: FlowIssue }>;

/** Fixes are edits like any other: named, kept in the history, and undone from there. */
export function useFixing(issues: readonly FlowIssue[]): Fixing {
  const store = useEditorStore();
  const [asked, setAsked] = useState<Asked | null>(null);
  return useMemo(() => {
    const counts = countByCode(issues);
    return {
      countOf: (code) => counts.get(code) ?? 0,
      apply: (fix, issue) => {
        if (fix.kind === 'change') edit(store, labelOf(fix, issue), fix.change);
        else setAsked({ fix, issue });
      },
      applyToAll: (fix, code) => {
        const alike = issues.filter((issue) => issue.code === code);
        edit(store, texts.editAll(fix.label, alike.length), (flow) => fixAll(flow, alike, fix.id));
      },
      dialog: asked === null ? null : <Question asked={asked} store={store} onClose={() => setAsked(null)} />,
    };
  }, [issues, store, asked]);
}

type QuestionProps = { readonly asked: Asked; readonly store: EditorStore; readonly onClose: () => void };

function Question({ asked: { fix, issue }, store, onClose }: QuestionProps): ReactElement {
  const label = labelOf(fix, issue);
  if (fix.kind === 'chooseState') {
    const choose = (id: string) => edit(store, label, (flow) => fix.change(flow, id));
    return <ChooseState title={fix.label} onChoose={choose} onClose={onClose} />;
  }
  return (
    <ChooseOutcome
      title={fix.label}
      onChoose={(end) => edit(store, label, (flow) => fix.change(flow, end))}
      onClose={onClose}
    />
  );
}

function labelOf({ label }: Fix, { place }: FlowIssue): string {
  const owner = place.state ?? place.rule ?? place.transition;
  const plain = label.replace('…', '');
  return owner === undefined ? plain : texts.edit(plain, owner);
}

function edit(store: EditorStore, label: string, change: (flow: Flow) => Flow): void {
  if (!store.getState().edit(label, change)) {
    toast(texts.nothing);
    return;
  }
  toast(texts.fixed(label), {
    action: { label: words.editor.commands.told.undoAct, onClick: () => store.getState().undo() },
  });
}
