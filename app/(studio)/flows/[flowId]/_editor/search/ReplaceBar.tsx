'use client';

import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import type { FoundText } from '@/flows/edit/find-in-texts';
import { languageName } from '@/flows/schema/language-name';
import { useEditor } from '../editor-context';

const texts = words.editor.search;

type Props = {
  readonly found: readonly FoundText[];
  readonly chosen: readonly FoundText[];
  readonly isBehind: boolean;
  readonly onReplace: (which: readonly FoundText[]) => void;
};

/** Replaces in all found texts or in those that were chosen, each as one edit. */
export function ReplaceBar({ found, chosen, isBehind, onReplace }: Props): ReactElement {
  const base = useEditor((state) => state.flow.defaultLanguage);
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 rounded-xl bg-sunken px-3 py-2">
      <p className="min-w-0 flex-1 basis-60 text-xs text-ink-soft">
        {found.some(({ language }) => language === base) ? texts.stales(languageName(base)) : null}
      </p>
      {chosen.length > 0 ? (
        <Button disabled={isBehind} onClick={() => onReplace(chosen)}>
          {texts.replaceChosen(chosen.length)}
        </Button>
      ) : null}
      <Button look="primary" disabled={isBehind} onClick={() => onReplace(found)}>
        {texts.replaceAll(found.length)}
      </Button>
    </div>
  );
}
