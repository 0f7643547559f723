'use client';

import { useMemo } from 'react';
import { toast } from 'sonner';
import { words } from '@/app/_words/en';
import { useCanvasHandle } from '../canvas/canvas-handle';
import { useEditorStore } from '../editor-context';
import { useSaving } from '../saving/saving-context';
import type { CommandContext, DialogId } from './command';

/** What the editor's commands work with. */
export function useCommandContext(open: (dialog: DialogId) => void): CommandContext {
  const store = useEditorStore();
  const canvas = useCanvasHandle();
  const saving = useSaving();
  return useMemo(
    () => ({
      store,
      canvas,
      saving,
      open,
      tell: (what, { canUndo = false } = {}) => {
        const undo = { label: words.editor.commands.told.undoAct, onClick: () => store.getState().undo() };
        toast(what, canUndo ? { action: undo } : {});
      },
    }),
    [store, canvas, saving, open],
  );
}
