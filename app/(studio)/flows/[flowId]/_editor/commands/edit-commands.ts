import { words } from '@/app/_words/en';
import { setGroup } from '@/flows/edit/groups';
import { nextRedo, nextUndo } from '../history';
import {
  addNoteAt,
  copySelection,
  cutSelection,
  duplicateSelection,
  groupSelection,
  pasteAt,
  removeSelection,
  ungroupSelection,
} from './acts';
import type { Command, CommandContext } from './command';
import { tellPasted } from './tell-pasted';

const texts = words.editor.commands;

const hasStates = ({ store }: CommandContext): boolean => store.getState().selection.states.length > 0;

function hasSelection({ store }: CommandContext): boolean {
  const { states, notes, groups, transition } = store.getState().selection;
  return states.length + notes.length + groups.length > 0 || transition !== null;
}

function foldAll({ store }: CommandContext, label: string, isCollapsed: boolean): void {
  store
    .getState()
    .edit(label, (flow) => flow.groups.reduce((folded, { id }) => setGroup(folded, id, { isCollapsed }), flow));
}

const hasGroups = ({ store }: CommandContext): boolean => store.getState().flow.groups.length > 0;

/** What changes the draft. */
export const editCommands: readonly Command[] = [
  {
    id: 'undo',
    title: texts.commands.undo,
    group: 'edit',
    keys: ['$mod+KeyZ'],
    inTexts: true,
    isEnabled: ({ store }) => nextUndo(store.getState().history) !== undefined,
    run: ({ store, tell }) => {
      const last = nextUndo(store.getState().history);
      store.getState().undo();
      if (last) tell(texts.told.undone(last.label));
    },
  },
  {
    id: 'redo',
    title: texts.commands.redo,
    group: 'edit',
    keys: ['$mod+Shift+KeyZ', '$mod+KeyY'],
    inTexts: true,
    isEnabled: ({ store }) => nextRedo(store.getState().history) !== undefined,
    run: ({ store, tell }) => {
      const next = nextRedo(store.getState().history);
      store.getState().redo();
      if (next) tell(texts.told.redone(next.label));
    },
  },
  {
    id: 'save-now',
    title: texts.commands.saveNow,
    group: 'edit',
    keys: ['$mod+KeyS'],
    inTexts: true,
    // A save that can't be made says so in the saving label.
    run: ({ saving }) => saving.saveNow().catch(() => undefined),
  },
  {
    id: 'copy',
    title: texts.commands.copy,
    group: 'edit',
    isEnabled: hasStates,
    run: async ({ store, tell }) => {
      await copySelection(store);
      tell(texts.told.copied(store.getState().selection.states.length));
    },
  },
  {
    id: 'cut',
    title: texts.commands.cut,
    group: 'edit',
    isEnabled: hasStates,
    run: ({ store }) => cutSelection(store),
  },
  {
    id: 'paste',
    title: texts.commands.paste,
    group: 'edit',
    run: async ({ store, canvas, tell }) => {
      const place = canvas.current?.place() ?? { x: 0, y: 0 };
      const pasted = await pasteAt(store, place).catch(() => undefined);
      if (pasted === undefined) tell(texts.told.noClipboard);
      else tellPasted(tell, pasted);
    },
  },
  {
    id: 'duplicate',
    title: texts.commands.duplicate,
    group: 'edit',
    keys: ['$mod+KeyD'],
    isEnabled: hasStates,
    run: ({ store }) => duplicateSelection(store),
  },
  {
    id: 'remove',
    title: texts.commands.remove,
    group: 'edit',
    keys: ['Delete', 'Backspace'],
    isEnabled: hasSelection,
    run: ({ store, tell }) => {
      const before = store.getState().flow;
      removeSelection(store);
      const last = nextUndo(store.getState().history);
      if (store.getState().flow !== before && last) tell(last.label, { canUndo: true });
    },
  },
  {
    id: 'add-note',
    title: texts.commands.addNote,
    group: 'edit',
    keys: ['Shift+KeyS'],
    run: ({ store, canvas }) => addNoteAt(store, canvas.current?.place() ?? { x: 0, y: 0 }),
  },
  {
    id: 'group',
    title: texts.commands.group,
    group: 'edit',
    keys: ['$mod+KeyG'],
    isEnabled: hasStates,
    run: ({ store }) => groupSelection(store),
  },
  {
    id: 'ungroup',
    title: texts.commands.ungroup,
    group: 'edit',
    keys: ['$mod+Shift+KeyG'],
    isEnabled: hasGroups,
    run: ({ store }) => ungroupSelection(store),
  },
  {
    id: 'collapse-all',
    title: texts.commands.collapseAll,
    group: 'edit',
    isEnabled: hasGroups,
    run: (context) => foldAll(context, texts.edits.collapseAll, true),
  },
  {
    id: 'expand-all',
    title: texts.commands.expandAll,
    group: 'edit',
    isEnabled: hasGroups,
    run: (context) => foldAll(context, texts.edits.expandAll, false),
  },
];
