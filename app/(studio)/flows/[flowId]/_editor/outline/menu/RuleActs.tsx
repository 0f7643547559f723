import type { ReactElement } from 'react';
import { MenuItem, MenuLine } from '@/app/_ui/Menu';
import { words } from '@/app/_words/en';
import { useEditor, useEditorStore } from '../../editor-context';
import type { OutlineRow } from '../outline-rows';
import type { RowActs } from '../row-acts';
import { deleteRule, moveRuleTo } from '../thing-acts';

const texts = words.editor.outline.menu;

type Props = { readonly rule: string; readonly row: OutlineRow; readonly acts: RowActs };

/** What can be done to a flow-wide rule. */
export function RuleActs({ rule: id, row, acts }: Props): ReactElement {
  const store = useEditorStore();
  const isFirst = useEditor(({ flow }) => flow.rules[0]?.id === id);
  const isLast = useEditor(({ flow }) => flow.rules.at(-1)?.id === id);
  return (
    <>
      <MenuItem onSelect={() => acts.onOpen(row)} keys="↵">
        {texts.edit}
      </MenuItem>
      <MenuItem isDisabled={isFirst} onSelect={() => moveRuleTo(store, id, 'up')}>
        {texts.moveUp}
      </MenuItem>
      <MenuItem isDisabled={isLast} onSelect={() => moveRuleTo(store, id, 'down')}>
        {texts.moveDown}
      </MenuItem>
      <MenuLine />
      <MenuItem tone="danger" keys={texts.removeKey} onSelect={() => deleteRule(store, id)}>
        {texts.remove}
      </MenuItem>
    </>
  );
}
