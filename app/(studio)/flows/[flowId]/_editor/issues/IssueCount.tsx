'use client';

import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { useEditor, useEditorStore } from '../editor-context';

/** How many issues the draft has, as a way to them. */
export function IssueCount(): ReactElement | null {
  const store = useEditorStore();
  const issues = useEditor((state) => state.issues);
  if (issues === null) return null;
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const Icon = errors > 0 ? CircleAlert : issues.length > 0 ? TriangleAlert : CircleCheck;
  const look = errors > 0 ? 'text-danger' : issues.length > 0 ? 'text-mark-ink' : 'text-accent';
  return (
    <button
      type="button"
      onClick={() => store.getState().showPanel('issues')}
      className={classNames('inline-flex min-h-9 items-center gap-1 rounded-lg px-2 text-sm hover:bg-sunken', look)}
    >
      <Icon aria-hidden className="size-4" />
      <span className="sr-only">{words.editor.shell.issues(errors, issues.length - errors)}</span>
      <span aria-hidden className="tabular-nums">
        {issues.length}
      </span>
    </button>
  );
}
