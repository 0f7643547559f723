'use client';

import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { EditorActs, EditorState, EditorStore } from './editor-store';

const EditorContext = createContext<EditorStore | null>(null);

type Props = { readonly store: EditorStore; readonly children: ReactNode };

/** Gives everything below it the memory of one open flow. */
export function EditorProvider({ store, children }: Props): ReactElement {
  return <EditorContext value={store}>{children}</EditorContext>;
}

/** The store itself, for acts and for reading without being drawn again. Throws outside of an editor. */
export function useEditorStore(): EditorStore {
  const store = useContext(EditorContext);
  if (store === null) throw new Error('There is no editor around this component.');
  return store;
}

/** A part of the open flow's memory. Select as little as is drawn, and nothing that is made anew each time. */
export function useEditor<Part>(select: (state: EditorState & EditorActs) => Part): Part {
  return useStore(useEditorStore(), select);
}
