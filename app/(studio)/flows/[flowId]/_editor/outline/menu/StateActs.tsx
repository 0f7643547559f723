import type { ReactElement } from 'react';
import { MenuItem, MenuLine } from '@/app/_ui/Menu';
import { words } from '@/app/_words/en';
import { stateOf } from '../../canvas/group-box';
import { unusedOutcomes } from '../../canvas/outcome-rows';
import { addNoteAt, makeStart, selectAlong } from '../../commands/acts';
import { useEditor, useEditorStore } from '../../editor-context';
import { addRequest } from '../outline-request';
import type { OutlineRow } from '../outline-rows';
import type { RowActs } from '../row-acts';
import { ArrangeActs } from './ArrangeActs';
import { CommandActs } from './CommandActs';
import { RemoveAct } from './RemoveAct';

const texts = words.editor.outline.menu;
/** A note stands this far above the state that it is about, in pixels. */
const NOTE_ABOVE = 140;

type Props = { readonly state: string; readonly row: OutlineRow; readonly acts: RowActs };

/** What can be done to a state, or to all that are selected with it. */
export function StateActs({ state: id, row, acts }: Props): ReactElement | null {
  const store = useEditorStore();
  const state = useEditor(({ flow }) => stateOf(flow, id));
  const isStart = useEditor(({ flow }) => flow.start === id);
  const hasUnused = useEditor(({ flow }) => state !== undefined && unusedOutcomes(flow, state).length > 0);
  const isGrouped = useEditor(({ flow }) => flow.groups.some(({ states }) => states.includes(id)));
  if (!state) return null;
  const { x, y } = state.position;
  return (
    <>
      <MenuItem onSelect={() => acts.onOpen(row)} keys="↵">
        {texts.edit}
      </MenuItem>
      <MenuItem onSelect={() => acts.ask({ type: 'renameState', id })} keys="F2">
        {texts.rename}
      </MenuItem>
      {hasUnused ? (
        <MenuItem onSelect={() => acts.ask(addRequest({ type: 'choose', from: id, to: null }, row.key))}>
          {texts.leadOutcome}
        </MenuItem>
      ) : null}
      <MenuItem onSelect={() => makeStart(store, id)} isDisabled={isStart}>
        {texts.makeStart}
      </MenuItem>
      <MenuLine />
      <CommandActs ids={clipboard} />
      <MenuLine />
      <CommandActs ids={isGrouped ? ['group', 'ungroup'] : ['group']} />
      <MenuItem onSelect={() => addNoteAt(store, { x, y: y - NOTE_ABOVE })}>{texts.addNote}</MenuItem>
      <MenuItem onSelect={() => selectAlong(store, 'downstream')}>{texts.selectDownstream}</MenuItem>
      <MenuItem onSelect={() => selectAlong(store, 'upstream')}>{texts.selectUpstream}</MenuItem>
      <ArrangeActs />
      <MenuLine />
      <RemoveAct row={row} />
    </>
  );
}

const clipboard = ['copy', 'cut', 'paste', 'duplicate'] as const;
