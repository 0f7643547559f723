import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath, getSmoothStepPath } from '@xyflow/react';
import { memo, type ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { familyColour, TAKEN_COLOUR, type TransitionEdge } from './flow-to-canvas';

const BACK_OFFSET = 36;
const BACK_RADIUS = 18;

/** A transition as a line in its family's colour; thick when the followed contact took it. */
export const TransitionLine = memo(function TransitionLine(props: EdgeProps<TransitionEdge>): ReactElement {
  const { id, data, markerEnd, sourceX, targetX } = props;
  const colour = data?.isTaken ? TAKEN_COLOUR : familyColour(data?.family ?? null);
  const isBackwards = targetX < sourceX;
  const [path, labelX, labelY] = isBackwards
    ? getSmoothStepPath({ ...props, borderRadius: BACK_RADIUS, offset: BACK_OFFSET })
    : getBezierPath(props);
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        {...(markerEnd ? { markerEnd } : {})}
        style={{ stroke: colour, strokeWidth: data?.isTaken ? 4 : 1.6, strokeOpacity: data?.isTaken ? 1 : 0.8 }}
      />
      {data?.isNamed ? (
        <EdgeLabelRenderer>
          <span
            className={classNames(
              'absolute max-w-52 truncate rounded-md border border-line bg-surface px-1.5 text-xs shadow-card',
              data.isTaken && 'font-semibold',
            )}
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)`, color: colour }}
          >
            {data.label}
          </span>
        </EdgeLabelRenderer>
      ) : null}
    </>
  );
});
