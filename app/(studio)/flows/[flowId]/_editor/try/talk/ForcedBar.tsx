'use client';

import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { sayCode } from '../../../../../_reading/say-code';
import { useTry, useTryStore } from '../try-context';

const texts = words.editor.try;

/** Says what the next message counts as, where that was decided beforehand. */
export function ForcedBar(): ReactElement | null {
  const store = useTryStore();
  const intent = useTry((state) => state.understoodAs);
  if (intent === null) return null;
  return (
    <p role="status" className="flex items-center gap-2 bg-mark-soft px-3 py-1.5 text-xs text-mark-ink">
      <span className="min-w-0 flex-1">{texts.countsAs(sayCode(intent))}</span>
      <button
        type="button"
        onClick={() => store.getState().understandAs(null)}
        className="shrink-0 font-semibold underline"
      >
        {texts.notForced}
      </button>
    </p>
  );
}
