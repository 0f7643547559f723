import type { ReactElement } from 'react';
import { MenuItem, MenuLine } from '@/app/_ui/Menu';
import { words } from '@/app/_words/en';
import { toggleGroup } from '../../commands/acts';
import { useEditor, useEditorStore } from '../../editor-context';
import { noSelection } from '../../selection';
import type { RowActs } from '../row-acts';
import { CommandActs } from './CommandActs';

const texts = words.editor.outline.menu;

type Props = { readonly group: string; readonly acts: RowActs };

/** What can be done to a group. Taking it apart leaves its states where they are. */
export function GroupActs({ group: id, acts }: Props): ReactElement | null {
  const store = useEditorStore();
  const group = useEditor(({ flow }) => flow.groups.find((other) => other.id === id));
  if (!group) return null;
  return (
    <>
      <MenuItem onSelect={() => acts.ask({ type: 'renameGroup', id })} keys="F2">
        {texts.rename}
      </MenuItem>
      <MenuItem onSelect={() => toggleGroup(store, id)}>{group.isCollapsed ? texts.expand : texts.collapse}</MenuItem>
      <MenuItem onSelect={() => store.getState().select({ ...noSelection, states: group.states })}>
        {texts.selectStates}
      </MenuItem>
      <MenuLine />
      <CommandActs ids={['ungroup']} />
    </>
  );
}
