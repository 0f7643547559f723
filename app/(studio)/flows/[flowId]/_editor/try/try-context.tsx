'use client';

import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import { words } from '@/app/_words/en';
import { createKeptStore } from '../../../../_storage/create-kept-store';
import { useEditorStore } from '../editor-context';
import type { EditorStore } from '../editor-store';
import { openEngine } from './open-engine';
import { createTryStore, type TryActs, type TryState, type TryStore } from './try-store';
import { newTryout, tryout as tryoutSchema } from './tryout';

const TryContext = createContext<TryStore | null>(null);

/** Gives the panel the try-out of the open flow: it outlives the panel, and a reload of the page. */
export function TryProvider({ children }: { readonly children: ReactNode }): ReactElement {
  return <TryContext value={storeOf(useEditorStore())}>{children}</TryContext>;
}

/** The store itself, for acts. Throws outside of the panel. */
export function useTryStore(): TryStore {
  const store = useContext(TryContext);
  if (store === null) throw new Error('There is no try-out around this component.');
  return store;
}

/** A part of the try-out's memory. */
export function useTry<Part>(select: (state: TryState & TryActs) => Part): Part {
  return useStore(useTryStore(), select);
}

/** One for each open flow: a panel that was closed finds its conversation again. */
const stores = new WeakMap<EditorStore, TryStore>();

function storeOf(editor: EditorStore): TryStore {
  const known = stores.get(editor);
  if (known) return known;
  const made = openStore(editor);
  stores.set(editor, made);
  return made;
}

function openStore(editor: EditorStore): TryStore {
  const { flowId, language } = editor.getState();
  const kept = createKeptStore({
    storage: () => sessionStorage,
    key: `vaarta.try.${flowId}`,
    schema: tryoutSchema.nullable(),
    empty: null,
  });
  return createTryStore(kept.read() ?? newTryout(language, new Date()), {
    draft: () => editor.getState().flow,
    play: (flow, tryout) => openEngine('talk').play({ flow, knownFlows: editor.getState().knownFlows }, tryout),
    keep: (tryout) => kept.write(tryout),
    sayProblem: () => words.editor.try.engineProblem,
  });
}
