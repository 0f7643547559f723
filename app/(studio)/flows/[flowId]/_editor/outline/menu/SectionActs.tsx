import type { ReactElement } from 'react';
import { MenuItem } from '@/app/_ui/Menu';
import { words } from '@/app/_words/en';
import { useEditorStore } from '../../editor-context';
import { addRuleLast } from '../thing-acts';
import { CommandActs } from './CommandActs';

/** What can be added to a section. */
export function SectionActs({ section }: { readonly section: 'rules' | 'notes' }): ReactElement {
  const store = useEditorStore();
  if (section === 'notes') return <CommandActs ids={['add-note']} />;
  return <MenuItem onSelect={() => addRuleLast(store)}>{words.editor.outline.menu.addRule}</MenuItem>;
}
