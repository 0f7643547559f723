'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { Segments } from '@/app/_ui/Segments';
import { words } from '@/app/_words/en';
import type { TranslationRow } from '@/flows/edit/translations';
import type { LanguageCode } from '@/flows/schema/language';
import { languageName as englishName } from '@/flows/schema/language-name';
import { StateName } from '../../../../_flow/StateName';
import { languageName } from '../../../../_language/language-name';
import { useEditor } from '../editor-context';
import { CellNotes, hasNotes } from './CellNotes';
import { CellText } from './CellText';
import { LanguageHead } from './LanguageHead';
import { nameOfOwner } from './name-of-owner';
import type { TextsProps } from './TextGrid';

const texts = words.editor.languages;

/** One text at a time, its original above and one language below: the table's way on a phone. */
export function OneText({ rows, languages, heads, onWrite }: TextsProps): ReactElement | null {
  const [key, setKey] = useState<string | null>(null);
  const [chosen, setChosen] = useState<LanguageCode | null>(null);
  const [base = ''] = languages;
  const language = languages.find((code) => code === chosen) ?? languages[1] ?? base;
  const index = Math.max(
    0,
    rows.findIndex((row) => row.key === key),
  );
  const row = rows[index];
  if (!row) return null;
  const move = (step: 1 | -1): void => setKey(rows[index + step]?.key ?? row.key);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-4 py-3">
      <div className="flex items-center gap-2">
        <IconButton icon={ChevronLeft} label={texts.one.previous} disabled={index === 0} onClick={() => move(-1)} />
        <p role="status" className="flex-1 text-center text-xs text-ink-soft tabular-nums">
          {texts.one.position(index + 1, rows.length)}
        </p>
        <IconButton
          icon={ChevronRight}
          label={texts.one.next}
          disabled={index === rows.length - 1}
          onClick={() => move(1)}
        />
      </div>
      <Where row={row} />
      <Segments
        label={texts.one.languages}
        active={language}
        segments={languages.map((code) => ({ id: code, label: languageName(code) }))}
        onChange={setChosen}
      />
      {language === base ? null : (
        <blockquote className="rounded-xl bg-sunken px-3 py-2">
          <p className="text-xs text-ink-soft">{texts.one.original(englishName(base))}</p>
          <p lang={base} dir="auto" className="text-sm whitespace-pre-line wrap-anywhere">
            {row.texts[base]?.text}
          </p>
        </blockquote>
      )}
      <Written key={`${row.key} ${language}`} row={row} language={language} onWrite={onWrite} />
      <LanguageHead
        language={language}
        counts={heads.counts.get(language)}
        rows={heads.rows}
        drafting={heads.drafting}
      />
    </div>
  );
}

function Where({ row }: { readonly row: TranslationRow }): ReactElement {
  const name = useEditor(({ flow }) => nameOfOwner(flow, row.place));
  const type = useEditor(({ flow }) => flow.states.find(({ id }) => id === row.place.state)?.type ?? null);
  return (
    <div>
      <StateName name={name} type={type} className="max-w-full font-semibold" />
      <p className="text-xs text-ink-soft">{texts.uses[row.use]}</p>
    </div>
  );
}

type WrittenProps = {
  readonly row: TranslationRow;
  readonly language: LanguageCode;
  readonly onWrite: (key: string) => void;
};

function Written({ row, language, onWrite }: WrittenProps): ReactElement {
  const cell = row.texts[language];
  return (
    <div className="flex flex-col gap-1">
      <CellText row={row} language={language} onWrite={onWrite} />
      {cell && hasNotes(cell) ? (
        <CellNotes row={row} language={language} cell={cell} reach="tab" onWrite={onWrite} />
      ) : null}
    </div>
  );
}
