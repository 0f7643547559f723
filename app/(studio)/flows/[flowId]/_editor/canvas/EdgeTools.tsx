import { Plus, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { removeTransition } from '../commands/acts';
import { useEditorStore } from '../editor-context';
import { useCanvasMenu } from './canvas-menu';

/** What can be done to the transition that is selected, beside its line. */
export function EdgeTools({ id }: { readonly id: string }): ReactElement {
  const store = useEditorStore();
  const menu = useCanvasMenu();
  return (
    <span className="flex rounded-lg border border-line bg-surface shadow-card">
      <IconButton
        icon={Plus}
        label={words.editor.canvas.insert}
        className="size-7"
        onClick={(event) => menu.open({ type: 'insert', transition: id, at: { x: event.clientX, y: event.clientY } })}
      />
      <IconButton
        icon={Trash2}
        label={words.editor.canvas.removeTransition}
        className="size-7"
        onClick={() => removeTransition(store, id)}
      />
    </span>
  );
}
