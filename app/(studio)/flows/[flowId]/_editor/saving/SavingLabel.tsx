'use client';

import { Check, CloudOff, GitMerge, type LucideIcon, RefreshCw, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { useEditor } from '../editor-context';
import type { SavingState } from './saving-state';

const texts = words.editor.saving;

/** Where the changes of the draft are, in two or three words that a screen reader hears when they change. */
export function SavingLabel({ onDecide }: { readonly onDecide: () => void }): ReactElement {
  const saving = useEditor((state) => state.saving);
  const { icon: Icon, look } = looks[saving.type];
  const said = (
    <>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {sentenceOf(saving)}
    </>
  );
  const isAsking = saving.type === 'conflict' || saving.type === 'shrunk';
  return (
    <div role="status" aria-label={texts.label} className={classNames('text-xs', look)}>
      {isAsking ? (
        <button type="button" onClick={onDecide} className="inline-flex items-center gap-1.5 font-semibold underline">
          {said}
        </button>
      ) : (
        <span className="inline-flex items-center gap-1.5">{said}</span>
      )}
    </div>
  );
}

function sentenceOf(saving: SavingState): string {
  switch (saving.type) {
    case 'saved':
      return saving.at === null ? texts.unchanged : texts.saved(timeOf(saving.at));
    case 'saving':
      return texts.saving;
    case 'offline':
      return texts.offline(saving.changes);
    case 'conflict':
      return texts.conflict(saving.clashes.length);
    case 'shrunk':
      return texts.shrunk;
    case 'refused':
      return texts.refused(saving.issues[0]?.message ?? '');
    default:
      return saving satisfies never;
  }
}

const clock = new Intl.DateTimeFormat('en-IN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

function timeOf(iso: string): string {
  return clock.format(new Date(iso));
}

const looks: Readonly<Record<SavingState['type'], { icon: LucideIcon; look: string }>> = {
  saved: { icon: Check, look: 'text-ink-soft' },
  saving: { icon: RefreshCw, look: 'text-ink-soft' },
  offline: { icon: CloudOff, look: 'text-mark-ink' },
  conflict: { icon: GitMerge, look: 'text-danger' },
  shrunk: { icon: TriangleAlert, look: 'text-danger' },
  refused: { icon: TriangleAlert, look: 'text-danger' },
};
