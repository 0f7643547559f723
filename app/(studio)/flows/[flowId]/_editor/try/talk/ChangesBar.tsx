'use client';

import { GitCompareArrows, Undo2 } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { words } from '@/app/_words/en';
import { useTry, useTryStore } from '../try-context';

const texts = words.editor.try;

/** How much differs from before the draft changed, and what was dropped; both until they are dealt with. */
export function ChangesBar(): ReactElement {
  const store = useTryStore();
  const { bubbleCount, wayCount, turns } = useTry((state) => state.changes);
  const dropped = useTry((state) => state.dropped);
  const isReplaced = useTry(({ dropped: other, tryout }) => other?.start !== tryout.start);
  return (
    <div role="status" aria-label={texts.changes} className="shrink-0">
      {turns.size === 0 ? null : (
        <Bar
          icon={<GitCompareArrows aria-hidden className="size-4 shrink-0" />}
          text={texts.changed(bubbleCount, wayCount)}
        >
          <button type="button" onClick={store.getState().dismissChanges} className="shrink-0 font-semibold underline">
            {texts.dismiss}
          </button>
        </Bar>
      )}
      {dropped === null ? null : (
        <Bar
          icon={<Undo2 aria-hidden className="size-4 shrink-0" />}
          text={isReplaced ? texts.replaced : texts.dropped}
        >
          <button type="button" onClick={store.getState().bringBack} className="shrink-0 font-semibold underline">
            {texts.bringBack}
          </button>
        </Bar>
      )}
    </div>
  );
}

type BarProps = { readonly icon: ReactNode; readonly text: string; readonly children: ReactNode };

function Bar({ icon, text, children }: BarProps): ReactElement {
  return (
    <p className="flex items-center gap-2 bg-mark-soft px-3 py-1.5 text-xs text-mark-ink">
      {icon}
      <span className="min-w-0 flex-1">{text}</span>
      {children}
    </p>
  );
}
