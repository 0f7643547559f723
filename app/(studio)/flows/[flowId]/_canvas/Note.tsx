import type { NodeProps } from '@xyflow/react';
import { memo, type ReactElement } from 'react';
import type { NoteNode } from './flow-to-canvas';

/** A remark of the author, pinned to the drawing. */
export const Note = memo(function Note({ data }: NodeProps<NoteNode>): ReactElement {
  return (
    <p className="h-full rounded-md bg-mark-soft p-3.5 text-xs whitespace-pre-line text-mark-ink shadow-card">
      {data.text}
    </p>
  );
});
