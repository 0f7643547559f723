import { duplicateSelection, selectAll } from '../commands/acts';
import { nameOfThing } from './name-of-thing';
import type { OutlineRow } from './outline-rows';
import type { RowActs } from './row-acts';
import { removeThing, renameRequest } from './thing-acts';
import { selectForAct, toggled } from './things';
import { type TreeAct, writtenRow } from './tree-keys';
import type { OutlineDesk } from './use-outline';

type Tools = Readonly<{
  desk: OutlineDesk;
  acts: RowActs;
  /** The letters typed so far, with this one. */
  letters: (letter: string) => string;
}>;

/** Does what a key on a row asks for. */
export function runTreeAct(act: TreeAct, row: OutlineRow, { desk, acts, letters }: Tools): void {
  const { store, rows, quietly, focusRow, focusActive } = desk;
  switch (act.type) {
    case 'focus':
      acts.beginRange(act.key);
      focusRow(act.key);
      break;
    case 'extend': {
      const target = rows.find(({ key }) => key === act.key);
      if (target) acts.extendTo(target);
      focusRow(act.key);
      break;
    }
    case 'extendHere':
      acts.extendTo(row);
      break;
    case 'toggle':
      acts.beginRange(row.key);
      quietly(() => store.getState().select(toggled(store.getState().selection, row.thing)));
      break;
    case 'turn':
      desk.turn(act.keys);
      break;
    case 'open':
      acts.onOpen(row);
      break;
    case 'menu':
      acts.onMenu(row);
      break;
    case 'rename': {
      const request = renameRequest(row.thing);
      if (request) acts.ask(request);
      break;
    }
    case 'remove':
      quietly(() => selectForAct(store, row.thing));
      removeThing(store, row.thing);
      focusActive('now');
      break;
    case 'duplicate':
      quietly(() => selectForAct(store, row.thing));
      duplicateSelection(store);
      focusActive('now');
      break;
    case 'selectAll':
      quietly(() => selectAll(store));
      break;
    case 'keepSelected':
      quietly(() => selectForAct(store, row.thing));
      break;
    case 'write': {
      const { flow } = store.getState();
      const target = writtenRow(rows, row, letters(act.letter), ({ thing }) => nameOfThing(flow, thing));
      if (target) focusRow(target.key);
      break;
    }
    default:
      act satisfies never;
  }
}
