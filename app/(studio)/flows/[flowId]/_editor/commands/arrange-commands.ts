import { words } from '@/app/_words/en';
import type { Alignment } from '@/flows/edit/align-states';
import { moveStates } from '@/flows/edit/move-states';
import { layoutStates } from '../canvas/layout';
import { alignSelection, distributeSelection } from './acts';
import type { Command, CommandContext } from './command';

const texts = words.editor.commands;

const hasTwo = ({ store }: CommandContext): boolean => store.getState().selection.states.length > 1;

async function arrange({ store, canvas, tell }: CommandContext, ids: readonly string[]): Promise<void> {
  const { flow } = store.getState();
  tell(texts.told.arranging);
  const positions = await layoutStates(flow, ids).catch(() => null);
  if (positions === null) {
    tell(texts.told.arrangeFailed);
    return;
  }
  store.getState().edit(texts.edits.arrange(ids.length), (now) => moveStates(now, positions));
  tell(texts.edits.arrange(ids.length), { canUndo: true });
  if (ids.length === 0) canvas.current?.fit();
}

function align(how: Alignment, title: string, key: string): Command {
  return {
    id: `align-${how}`,
    title,
    group: 'arrange',
    keys: [`Alt+Key${key}`],
    isEnabled: hasTwo,
    run: ({ store }) => alignSelection(store, how),
  };
}

/** What puts states elsewhere. */
export const arrangeCommands: readonly Command[] = [
  {
    id: 'arrange-all',
    title: texts.commands.arrangeAll,
    group: 'arrange',
    keys: ['Shift+Alt+KeyT'],
    run: (context) => arrange(context, []),
  },
  {
    id: 'arrange-selected',
    title: texts.commands.arrangeSelected,
    group: 'arrange',
    keys: ['Alt+KeyT'],
    isEnabled: hasTwo,
    run: (context) => arrange(context, context.store.getState().selection.states),
  },
  align('left', texts.commands.alignLeft, 'A'),
  align('centre', texts.commands.alignCentre, 'H'),
  align('right', texts.commands.alignRight, 'D'),
  align('top', texts.commands.alignTop, 'W'),
  align('middle', texts.commands.alignMiddle, 'V'),
  align('bottom', texts.commands.alignBottom, 'S'),
  {
    id: 'distribute-horizontally',
    title: texts.commands.distributeHorizontally,
    group: 'arrange',
    keys: ['Shift+Alt+KeyH'],
    isEnabled: hasTwo,
    run: ({ store }) => distributeSelection(store, 'horizontally'),
  },
  {
    id: 'distribute-vertically',
    title: texts.commands.distributeVertically,
    group: 'arrange',
    keys: ['Shift+Alt+KeyV'],
    isEnabled: hasTwo,
    run: ({ store }) => distributeSelection(store, 'vertically'),
  },
];
