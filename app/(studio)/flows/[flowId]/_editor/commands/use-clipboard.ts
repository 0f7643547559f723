'use client';

import { useEffect } from 'react';
import { words } from '@/app/_words/en';
import { copiedText, pasteText, removeSelection } from './acts';
import type { CommandContext } from './command';
import { tellPasted } from './tell-pasted';

/** Copies, cuts and pastes states by the browser's own clipboard keys, so that they pass between tabs and flows. */
export function useClipboard({ store, canvas, tell }: CommandContext): void {
  useEffect(() => {
    const take = (event: ClipboardEvent): boolean => {
      const { selection, view } = store.getState();
      const text = view === 'canvas' && !isInText(event) ? copiedText(store) : null;
      if (text === null) return false;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      tell(words.editor.commands.told.copied(selection.states.length));
      return true;
    };
    const onCopy = (event: ClipboardEvent): void => void take(event);
    const onCut = (event: ClipboardEvent): void => {
      if (take(event)) removeSelection(store);
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (store.getState().view !== 'canvas' || isInText(event)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const place = canvas.current?.place() ?? { x: 0, y: 0 };
      tellPasted(tell, pasteText(store, text, place));
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
    };
  }, [store, canvas, tell]);
}

/** A text field copies its own text, and so does a selection of words on the page. */
function isInText(event: ClipboardEvent): boolean {
  const { target } = event;
  if (target instanceof HTMLElement && target.closest('input, textarea, [contenteditable="true"]')) return true;
  return event.type !== 'paste' && (document.getSelection()?.isCollapsed ?? true) === false;
}
