'use client';

import { useEffect } from 'react';
import { useEditorStore } from '../editor-context';
import { wayOf } from './play-way';
import { useTryStore } from './try-context';

/** A changed draft is played when it has rested this long. */
const REST_MS = 300;

/** Plays the try-out again when the draft changes, as long as the panel is open. */
export function useFollowingDraft(): void {
  const editor = useEditorStore();
  const store = useTryStore();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    store.getState().follow();
    const unsubscribe = editor.subscribe(({ flow, knownFlows }, before) => {
      if (knownFlows !== before.knownFlows) store.getState().playAgain();
      if (flow === before.flow) return;
      clearTimeout(timer);
      timer = setTimeout(store.getState().follow, REST_MS);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [editor, store]);
}

/** Shows in the drawing where the try-out is and the way it took. */
export function useLitWay(): void {
  const editor = useEditorStore();
  const store = useTryStore();
  useEffect(() => {
    const light = (): void => {
      const { played, lookedAt } = store.getState();
      editor.getState().light(wayOf(played?.play ?? null, lookedAt));
    };
    light();
    const unsubscribe = store.subscribe(({ played, lookedAt }, before) => {
      if (played !== before.played || lookedAt !== before.lookedAt) light();
    });
    return () => {
      unsubscribe();
      editor.getState().light(wayOf(null, null));
    };
  }, [editor, store]);
}
