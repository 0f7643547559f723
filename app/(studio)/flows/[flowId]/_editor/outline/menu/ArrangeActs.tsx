import type { ReactElement } from 'react';
import { MenuItem, SubMenu } from '@/app/_ui/Menu';
import { words } from '@/app/_words/en';
import { useEditor, useEditorStore } from '../../editor-context';
import { moveSelectedBy } from '../thing-acts';
import { CommandActs } from './CommandActs';

const texts = words.editor.outline.menu;
/** A few times the grid, in pixels of the canvas. */
const STEP = 48;
const steps = [
  { label: texts.left, by: { x: -STEP, y: 0 } },
  { label: texts.right, by: { x: STEP, y: 0 } },
  { label: texts.up, by: { x: 0, y: -STEP } },
  { label: texts.down, by: { x: 0, y: STEP } },
] as const;
const arranging = [
  'arrange-selected',
  'align-left',
  'align-centre',
  'align-right',
  'align-top',
  'align-middle',
  'align-bottom',
  'distribute-horizontally',
  'distribute-vertically',
] as const;

/** Where the selected states stand in the drawing. */
export function ArrangeActs(): ReactElement {
  const store = useEditorStore();
  const isMany = useEditor(({ selection }) => selection.states.length > 1);
  return (
    <>
      <SubMenu label={texts.move}>
        {steps.map(({ label, by }) => (
          <MenuItem key={label} onSelect={() => moveSelectedBy(store, by)}>
            {label}
          </MenuItem>
        ))}
      </SubMenu>
      {isMany ? (
        <SubMenu label={texts.align}>
          <CommandActs ids={arranging} />
        </SubMenu>
      ) : null}
    </>
  );
}
