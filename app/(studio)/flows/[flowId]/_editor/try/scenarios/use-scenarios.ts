'use client';

import { useStore } from 'zustand';
import { words } from '@/app/_words/en';
import { useEditorStore } from '../../editor-context';
import type { EditorStore } from '../../editor-store';
import { openEngine } from '../open-engine';
import { paintOf } from './paint-of';
import { createScenarioStore, type ScenarioActs, type ScenarioState, type ScenarioStore } from './scenario-store';

/** One for each open flow: results outlive the panel, and stay on the drawing until they are taken off it. */
const stores = new WeakMap<EditorStore, ScenarioStore>();

export function useScenarioStore(): ScenarioStore {
  const editor = useEditorStore();
  const store = stores.get(editor) ?? openStore(editor);
  stores.set(editor, store);
  return store;
}

/** A part of what is known of the scenarios. */
export function useScenarios<Part>(select: (state: ScenarioState & ScenarioActs) => Part): Part {
  return useStore(useScenarioStore(), select);
}

function openStore(editor: EditorStore): ScenarioStore {
  const store = createScenarioStore({
    place: () => ({ flow: editor.getState().flow, knownFlows: editor.getState().knownFlows }),
    engine: () => openEngine('scenarios'),
    sayProblem: () => words.editor.try.engineProblem,
  });
  store.subscribe((state, before) => {
    const isDone = state.doing === null && state.ranOn !== null;
    const isNew = state.doing !== before.doing || state.isPainted !== before.isPainted;
    if (isDone && isNew) editor.getState().light(paintOf(state));
  });
  return store;
}
