'use client';

import { History as HistoryIcon } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { words } from '@/app/_words/en';
import { useEditor, useEditorStore } from '../editor-context';
import type { Edit } from '../history';
import { HistoryEntry } from './HistoryEntry';
import { walkList } from './walk-list';

const texts = words.editor.history;

/** So many edits are drawn at first, and with each "more". */
const PAGE = 100;

/** Every change since the flow was opened, newest first; each is a place to travel to. */
export function HistoryPanel(): ReactElement {
  const history = useEditor((state) => state.history);
  const store = useEditorStore();
  const [most, setMost] = useState(PAGE);
  if (history.length === 0) {
    return (
      <Notice icon={HistoryIcon} title={texts.emptyTitle}>
        {texts.emptyBody}
      </Notice>
    );
  }
  const current = history.findLast(({ isUndone }) => !isUndone) ?? null;
  const shown = history.slice(-most).reverse();
  const left = history.length - shown.length;
  const travel = (edit: Edit | null) => store.getState().travelTo(edit);
  return (
    <div className="flex flex-col gap-2 py-3">
      <p className="px-4 text-xs text-ink-soft">
        {texts.lead} {history.some(({ by }) => by === 'others') ? texts.othersBody : ''}
      </p>
      {/* The arrow keys walk from one button of the list to the next. */}
      <ol aria-label={texts.list} className="flex flex-col px-2" onKeyDown={walkList}>
        {shown.map((edit) => (
          <HistoryEntry key={edit.id} edit={edit} isCurrent={edit === current} onTravel={() => travel(edit)} />
        ))}
        {left > 0 ? (
          <li className="px-2 py-1">
            <Button look="bare" onClick={() => setMost(most + PAGE)}>
              {texts.earlier(Math.min(left, PAGE))}
            </Button>
          </li>
        ) : (
          <HistoryEntry edit={null} isCurrent={current === null} onTravel={() => travel(null)} />
        )}
      </ol>
    </div>
  );
}
