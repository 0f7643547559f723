import { Group } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { useEditor } from '../../editor-context';
import { RowLine } from './RowLine';

const texts = words.editor.outline;

/** A group with how many states it holds. */
export function GroupRow({ id, group: groupId }: { readonly id: string; readonly group: string }): ReactElement | null {
  const group = useEditor(({ flow }) => flow.groups.find((other) => other.id === groupId));
  if (!group) return null;
  const marks = [texts.states(group.states.length), ...(group.isCollapsed ? [texts.collapsed] : [])];
  return (
    <RowLine
      id={id}
      sign={<Group aria-hidden className="size-4 shrink-0 text-ink-faint" />}
      name={<span className="font-semibold">{group.name}</span>}
      marks={marks.join(', ')}
    />
  );
}
