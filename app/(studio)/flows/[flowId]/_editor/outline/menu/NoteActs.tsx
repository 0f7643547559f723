import type { ReactElement } from 'react';
import { MenuItem } from '@/app/_ui/Menu';
import { words } from '@/app/_words/en';
import type { OutlineRow } from '../outline-rows';
import type { RowActs } from '../row-acts';
import { RemoveAct } from './RemoveAct';

const texts = words.editor.outline.menu;

type Props = { readonly note: string; readonly row: OutlineRow; readonly acts: RowActs };

/** What can be done to a note. */
export function NoteActs({ note, row, acts }: Props): ReactElement {
  return (
    <>
      <MenuItem onSelect={() => acts.ask({ type: 'writeNote', id: note })} keys="F2">
        {texts.editNote}
      </MenuItem>
      <RemoveAct row={row} />
    </>
  );
}
