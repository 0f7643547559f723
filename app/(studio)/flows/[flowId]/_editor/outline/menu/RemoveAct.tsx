import type { ReactElement } from 'react';
import { MenuItem } from '@/app/_ui/Menu';
import { words } from '@/app/_words/en';
import { useEditor, useEditorStore } from '../../editor-context';
import type { OutlineRow } from '../outline-rows';
import { removeThing } from '../thing-acts';

const texts = words.editor.outline.menu;

/** Deletes the row's thing, with everything that is selected beside it. */
export function RemoveAct({ row }: { readonly row: OutlineRow }): ReactElement {
  const store = useEditorStore();
  const count = useEditor(({ selection: { states, notes, groups } }) => states.length + notes.length + groups.length);
  return (
    <MenuItem tone="danger" keys={texts.removeKey} onSelect={() => removeThing(store, row.thing)}>
      {count > 1 ? texts.removeMany(count) : texts.remove}
    </MenuItem>
  );
}
