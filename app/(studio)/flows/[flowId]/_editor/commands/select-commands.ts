import { words } from '@/app/_words/en';
import { noSelection } from '../selection';
import { selectAll, selectAlong } from './acts';
import type { Command } from './command';
import { walk } from './walk';

const texts = words.editor.commands.commands;

/** What changes what is selected. */
export const selectCommands: readonly Command[] = [
  {
    id: 'select-all',
    title: texts.selectAll,
    group: 'select',
    keys: ['$mod+KeyA'],
    run: ({ store }) => selectAll(store),
  },
  {
    id: 'select-none',
    title: texts.selectNone,
    group: 'select',
    keys: ['Escape'],
    run: ({ store }) => store.getState().select(noSelection),
  },
  {
    id: 'select-downstream',
    title: texts.selectDownstream,
    group: 'select',
    keys: ['Shift+Alt+ArrowRight'],
    run: ({ store }) => selectAlong(store, 'downstream'),
  },
  {
    id: 'select-upstream',
    title: texts.selectUpstream,
    group: 'select',
    keys: ['Shift+Alt+ArrowLeft'],
    run: ({ store }) => selectAlong(store, 'upstream'),
  },
  {
    id: 'next-state',
    title: texts.nextState,
    group: 'select',
    keys: ['Alt+ArrowRight'],
    run: ({ store }) => walk(store, 'onwards'),
  },
  {
    id: 'previous-state',
    title: texts.previousState,
    group: 'select',
    keys: ['Alt+ArrowLeft'],
    run: ({ store }) => walk(store, 'backwards'),
  },
  { id: 'above', title: texts.above, group: 'select', keys: ['Alt+ArrowUp'], run: ({ store }) => walk(store, 'up') },
  {
    id: 'below',
    title: texts.below,
    group: 'select',
    keys: ['Alt+ArrowDown'],
    run: ({ store }) => walk(store, 'down'),
  },
];
