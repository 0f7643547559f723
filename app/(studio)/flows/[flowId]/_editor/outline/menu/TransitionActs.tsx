import type { ReactElement } from 'react';
import { MenuItem, MenuLine } from '@/app/_ui/Menu';
import { words } from '@/app/_words/en';
import { BACK } from '@/flows/schema/flow';
import { transitionsFrom } from '../../canvas/outcome-rows';
import { selectState } from '../../commands/acts';
import { useEditor, useEditorStore } from '../../editor-context';
import { addRequest } from '../outline-request';
import type { OutlineRow } from '../outline-rows';
import type { RowActs } from '../row-acts';
import { moveTransitionTo } from '../thing-acts';
import { RemoveAct } from './RemoveAct';

const texts = words.editor.outline.menu;

type Props = {
  readonly state: string;
  readonly transition: string;
  readonly row: OutlineRow;
  readonly acts: RowActs;
};

/** What can be done to a transition: its condition, its ends, what stands in it, and when it is looked at. */
export function TransitionActs({ state, transition, row, acts }: Props): ReactElement | null {
  const store = useEditorStore();
  const ways = useEditor(({ flow }) => transitionsFrom(flow, state));
  const way = ways.find(({ id }) => id === transition);
  if (!way) return null;
  const siblings = ways.filter(({ outcome }) => outcome === way.outcome);
  return (
    <>
      <MenuItem onSelect={() => acts.onOpen(row)} keys="↵">
        {texts.edit}
      </MenuItem>
      {way.to === BACK ? null : <MenuItem onSelect={() => selectState(store, way.to)}>{texts.goToTarget}</MenuItem>}
      <MenuItem onSelect={() => acts.ask({ type: 'chooseTarget', transition })}>{texts.leadElsewhere}</MenuItem>
      <MenuItem onSelect={() => acts.ask({ type: 'chooseSource', transition })}>{texts.startElsewhere}</MenuItem>
      <MenuItem onSelect={() => acts.ask(addRequest({ type: 'insert', transition }, row.key))}>{texts.insert}</MenuItem>
      <MenuItem isDisabled={siblings[0] === way} onSelect={() => moveTransitionTo(store, way, 'up')}>
        {texts.moveUp}
      </MenuItem>
      <MenuItem isDisabled={siblings.at(-1) === way} onSelect={() => moveTransitionTo(store, way, 'down')}>
        {texts.moveDown}
      </MenuItem>
      <MenuLine />
      <RemoveAct row={row} />
    </>
  );
}
