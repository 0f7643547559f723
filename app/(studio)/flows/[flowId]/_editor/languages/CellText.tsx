'use client';

import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { TranslationRow } from '@/flows/edit/translations';
import type { LanguageCode } from '@/flows/schema/language';
import { languageName } from '@/flows/schema/language-name';
import { visibleLength } from '@/flows/schema/whatsapp-limits';
import { useEditor, useEditorStore } from '../editor-context';
import { nameOfOwner } from './name-of-owner';
import { writeText } from './text-acts';
import { useTypedText } from './use-typed-text';

const texts = words.editor.languages;

type Props = {
  readonly row: TranslationRow;
  readonly language: LanguageCode;
  readonly onWrite: (key: string) => void;
};

/** The text area of a text in one language, with the characters counted. */
export function CellText({ row, language, onWrite }: Props): ReactElement {
  const store = useEditorStore();
  const owner = useEditor(({ flow }) => nameOfOwner(flow, row.place));
  const typed = useTypedText(row.texts[language]?.text ?? '', (text) => {
    onWrite(row.key);
    writeText(store, row, language, text);
  });
  const length = visibleLength(typed.value);
  const isTooLong = row.limit !== null && length > row.limit;
  return (
    <>
      <textarea
        {...typed}
        lang={language}
        dir="auto"
        rows={2}
        aria-label={texts.cell(languageName(language), owner, texts.uses[row.use])}
        className="field-sizing-content max-h-80 w-full resize-none rounded-md border border-line-strong bg-surface px-2 py-1 text-sm max-md:text-base"
      />
      <p className={classNames('text-right text-xs tabular-nums', isTooLong ? 'text-danger' : 'text-ink-faint')}>
        {texts.counter(length, row.limit)}
      </p>
    </>
  );
}
