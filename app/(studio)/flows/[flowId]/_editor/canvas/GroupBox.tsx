import { Handle, type NodeProps, Position, useStore } from '@xyflow/react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { toggleGroup } from '../commands/acts';
import { useEditor, useEditorStore } from '../editor-context';
import type { GroupNode } from './flow-to-canvas';
import { isSeenFromFar } from './is-seen-from-far';
import { toneLooks } from './tone-looks';

const texts = words.editor.canvas.group;

/** States that belong together: a frame around them, or one card when it is collapsed. */
export const GroupBox = memo(function GroupBox({ data, selected }: NodeProps<GroupNode>): ReactElement {
  const { group, size } = data;
  const store = useEditorStore();
  const isHere = useEditor((state) => state.lit.current !== null && group.states.includes(state.lit.current));
  const isFar = useStore(isSeenFromFar);
  const { isCollapsed } = group;
  return (
    <div
      className={classNames(
        'h-full rounded-2xl border-2',
        toneLooks[group.colour],
        isCollapsed ? 'shadow-card' : 'border-dashed bg-transparent',
        selected && 'ring-4 ring-focus',
        isCollapsed && isHere && 'ring-4 ring-accent/35',
      )}
    >
      {isCollapsed ? (
        <>
          <Handle id="in" type="target" position={Position.Left} isConnectable={false} />
          <Handle id="out" type="source" position={Position.Right} isConnectable={false} />
        </>
      ) : null}
      <div
        className={classNames('group-handle flex cursor-grab items-center gap-1 px-2 py-1', isCollapsed && 'h-full')}
      >
        <IconButton
          icon={isCollapsed ? ChevronRight : ChevronDown}
          label={isCollapsed ? texts.expand(group.name) : texts.collapse(group.name)}
          aria-expanded={!isCollapsed}
          className="nodrag size-8"
          onClick={() => toggleGroup(store, group.id)}
        />
        <span className="min-w-0">
          <span className={classNames('block truncate font-semibold', isFar ? 'text-3xl' : 'text-sm')}>
            {group.name}
          </span>
          {isCollapsed ? <span className="block text-xs">{texts.size(size)}</span> : null}
        </span>
      </div>
    </div>
  );
});
