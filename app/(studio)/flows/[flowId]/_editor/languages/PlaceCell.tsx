'use client';

import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { TranslationRow } from '@/flows/edit/translations';
import { StateName } from '../../../../_flow/StateName';
import { useEditor } from '../editor-context';
import { nameOfOwner } from './name-of-owner';

const texts = words.editor.languages;

/** Where a text stands: its state or rule, and what it is there. Pressing it shows the state. */
export function PlaceCell({
  row,
  isActive,
}: {
  readonly row: TranslationRow;
  readonly isActive: boolean;
}): ReactElement {
  const name = useEditor(({ flow }) => nameOfOwner(flow, row.place));
  const type = useEditor(({ flow }) => flow.states.find(({ id }) => id === row.place.state)?.type ?? null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: see TextGrid
    <div
      role="rowheader"
      tabIndex={isActive ? 0 : -1}
      aria-label={`${name}, ${texts.uses[row.use]}`}
      aria-description={texts.goTo(name)}
      title={`${name}\n${row.path}`}
      data-column={0}
      className="sticky left-0 z-5 min-w-0 cursor-pointer scroll-mt-24 border-r border-line bg-surface px-3 py-2 hover:bg-sunken focus-visible:outline-offset-[-2px]"
    >
      <StateName name={name} type={type} className="max-w-full text-sm font-medium" />
      <p className="truncate text-xs text-ink-soft">{texts.uses[row.use]}</p>
      <p className="truncate font-mono text-[0.6875rem] text-ink-faint">{row.path}</p>
    </div>
  );
}
