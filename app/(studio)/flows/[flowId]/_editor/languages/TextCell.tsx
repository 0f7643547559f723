'use client';

import { memo, type ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { TranslationRow } from '@/flows/edit/translations';
import type { LanguageCode } from '@/flows/schema/language';
import { CellNotes, hasNotes } from './CellNotes';
import { CellText } from './CellText';

const texts = words.editor.languages;

type Props = {
  readonly row: TranslationRow;
  readonly language: LanguageCode;
  readonly column: number;
  readonly isActive: boolean;
  readonly isEditing: boolean;
  readonly onWrite: (key: string) => void;
};

/** One text in one language: read, or written in place. */
export const TextCell = memo(function TextCell(props: Props): ReactElement {
  const { row, language, column, isActive, isEditing, onWrite } = props;
  const cell = row.texts[language];
  const text = cell?.text ?? '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: see TextGrid
    <div
      role="gridcell"
      tabIndex={isActive && !isEditing ? 0 : -1}
      data-column={column}
      data-status={cell?.status}
      className={classNames(
        'flex min-w-0 scroll-mt-24 scroll-ml-48 flex-col gap-1 border-r border-line px-3 py-2 last:border-r-0 focus-visible:outline-offset-[-2px]',
        isEditing ? 'bg-accent-soft' : 'cursor-text hover:bg-sunken',
      )}
    >
      {isEditing ? (
        <CellText row={row} language={language} onWrite={onWrite} />
      ) : (
        <p
          lang={language}
          dir="auto"
          className={classNames(
            'line-clamp-6 text-sm whitespace-pre-line wrap-anywhere',
            text === '' && 'text-ink-faint',
          )}
        >
          {text === '' ? <span lang="en">{texts.nothing}</span> : text}
        </p>
      )}
      {cell && hasNotes(cell) ? (
        <CellNotes row={row} language={language} cell={cell} reach={isActive ? 'tab' : 'press'} onWrite={onWrite} />
      ) : null}
    </div>
  );
});
