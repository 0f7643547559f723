'use client';

import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { useEditor, useEditorStore } from '../editor-context';
import { nextUndo } from '../history';
import { useSaving } from './saving-context';
import type { SavingState } from './saving-state';

const texts = words.editor.conflict.shrunk;

type Props = {
  readonly shrunk: Extract<SavingState, { type: 'shrunk' }>;
  /** Decided, or put off: then nothing is saved. */
  readonly onClose: () => void;
};

/** Asks whether it is meant that most of the flow goes. */
export function ShrunkSheet({ shrunk, onClose }: Props): ReactElement {
  const store = useEditorStore();
  const saving = useSaving();
  const last = useEditor((state) => nextUndo(state.history));
  return (
    <Sheet
      title={texts.title}
      description={texts.body(shrunk.was, shrunk.is)}
      closeLabel={texts.later}
      isPersistent
      isOpen
      onClose={onClose}
    >
      <div className="flex flex-wrap gap-2">
        {last ? (
          <Button
            look="primary"
            onClick={() => {
              store.getState().undo();
              onClose();
            }}
          >
            {texts.undo(last.label)}
          </Button>
        ) : null}
        <Button
          onClick={() => {
            saving.allowShrink();
            onClose();
          }}
        >
          {texts.save}
        </Button>
        <Button look="bare" onClick={onClose}>
          {texts.later}
        </Button>
      </div>
    </Sheet>
  );
}
