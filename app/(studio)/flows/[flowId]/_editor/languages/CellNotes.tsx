'use client';

import { Check, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import type { TranslationCell, TranslationRow } from '@/flows/edit/translations';
import type { LanguageCode } from '@/flows/schema/language';
import { languageName } from '@/flows/schema/language-name';
import { useEditor, useEditorStore } from '../editor-context';
import { confirmDrafts, keepStale } from './text-acts';

const texts = words.editor.languages;

type Props = {
  readonly row: TranslationRow;
  readonly language: LanguageCode;
  readonly cell: TranslationCell;
  /** In the table only the active cell's buttons are reached by Tab. */
  readonly reach: 'tab' | 'press';
  readonly onWrite: (key: string) => void;
};

/** Whether there is something to say about a text. */
export function hasNotes({ status, problems }: TranslationCell): boolean {
  return problems.length > 0 || status === 'missing' || status === 'stale' || status === 'drafted';
}

/** What is to be done about a translation, and what the checks have against a text, in sentences. */
export function CellNotes({ row, language, cell, reach, onWrite }: Props): ReactElement {
  const store = useEditorStore();
  const base = useEditor((state) => state.flow.defaultLanguage);
  const { status, problems } = cell;
  const act = (run: () => void) => (): void => {
    onWrite(row.key);
    run();
  };
  return (
    <div className="flex flex-col gap-1 text-xs">
      {status === 'missing' ? (
        <Badge tone="danger" className="self-start">
          {texts.statuses.missing}
        </Badge>
      ) : null}
      {status === 'stale' ? (
        <Asked
          badge={texts.statuses.stale}
          body={texts.staleBody(languageName(base))}
          act={texts.stillRight}
          reach={reach}
          onAct={act(() => keepStale(store, row, language))}
        />
      ) : null}
      {status === 'drafted' ? (
        <Asked
          badge={texts.statuses.drafted}
          act={texts.confirm}
          reach={reach}
          onAct={act(() => confirmDrafts(store, [row], language))}
        />
      ) : null}
      {problems.map((problem) => (
        <p key={problem} className="flex gap-1.5 text-danger">
          <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{problem}</span>
        </p>
      ))}
    </div>
  );
}

type AskedProps = {
  readonly badge: string;
  readonly body?: string;
  readonly act: string;
  readonly reach: Props['reach'];
  readonly onAct: () => void;
};

/** A translation that a person has to look at, and the press that says it is right. */
function Asked({ badge, body, act, reach, onAct }: AskedProps): ReactElement {
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone="mark">{badge}</Badge>
      <Button tabIndex={reach === 'tab' ? 0 : -1} onClick={onAct} className="min-h-7 px-2 text-xs">
        <Check aria-hidden className="size-3.5" />
        {act}
      </Button>
      {body === undefined ? null : <p className="basis-full text-ink-soft">{body}</p>}
    </div>
  );
}
