import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath, getSmoothStepPath } from '@xyflow/react';
import { memo, type ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { useEditor } from '../editor-context';
import type { EditorState } from '../editor-store';
import { EdgeTools } from './EdgeTools';
import type { TransitionEdge } from './flow-to-canvas';
import { familyColour } from './outcome-rows';

const BACK_OFFSET = 36;
const BACK_RADIUS = 18;
const HEAD = { length: 11, half: 5 } as const;
const THIN = 1.6;
const THICK = 4;
const WIDEST = 12;

/** A transition as a line in its family's colour; what panels light up and what was selected stands out. */
export const TransitionLine = memo(function TransitionLine(props: EdgeProps<TransitionEdge>): ReactElement {
  const { id, data, source, target, sourceX, targetX, targetY, selected = false } = props;
  const look = useEditor((state) => lookOf(state, id, source, target));
  const sessions = useEditor((state) => state.lit.traffic?.transitions.get(id) ?? null);
  const most = useEditor((state) => state.lit.traffic?.most ?? 0);
  const colour = look === 'taken' || look === 'added' ? 'var(--accent)' : familyColour(data?.family ?? null);
  const isBackwards = targetX < sourceX;
  const [path, labelX, labelY] = isBackwards
    ? getSmoothStepPath({ ...props, borderRadius: BACK_RADIUS, offset: BACK_OFFSET })
    : getBezierPath(props);
  const isThick = look === 'taken' || selected;
  const width = sessions === null ? (isThick ? THICK : THIN) : THIN + (WIDEST * sessions) / Math.max(1, most);
  const isNamed = selected || look === 'taken' || look === 'near' || look === 'added' || look === 'changed';
  return (
    <g className={look === 'faded' ? 'opacity-20' : ''} data-look={look}>
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={18}
        style={{
          stroke: colour,
          strokeWidth: width,
          strokeOpacity: isThick ? 1 : 0.8,
          ...(look === 'uncovered' ? { strokeDasharray: '2 6' } : {}),
        }}
      />
      <path
        d={`M${targetX - HEAD.length},${targetY - HEAD.half} L${targetX},${targetY} L${targetX - HEAD.length},${targetY + HEAD.half} z`}
        fill={colour}
      />
      {isNamed || sessions !== null || (data?.count ?? 1) > 1 ? (
        <EdgeLabelRenderer>
          <div
            className="nodrag nopan pointer-events-auto absolute flex items-center gap-1"
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)`, zIndex: selected ? 2 : 0 }}
          >
            <span
              className={classNames(
                'max-w-52 truncate rounded-md border border-line bg-surface px-1.5 text-xs shadow-card',
                isThick && 'font-semibold',
              )}
              style={{ color: colour }}
            >
              {labelOf(data, isNamed, sessions)}
            </span>
            {selected ? <EdgeTools id={id} /> : null}
          </div>
        </EdgeLabelRenderer>
      ) : null}
    </g>
  );
});

type Look = 'plain' | 'taken' | 'near' | 'faded' | 'uncovered' | 'added' | 'changed';

function lookOf({ lit, selection }: EditorState, id: string, source: string, target: string): Look {
  const difference = lit.compared?.transitions.get(id);
  if (difference) return difference;
  if (selection.transition === id) return 'near';
  if (lit.taken.has(id)) return 'taken';
  if (selection.states.length > 0) {
    return selection.states.includes(source) || selection.states.includes(target) ? 'near' : 'faded';
  }
  if (lit.uncovered?.transitions.has(id)) return 'uncovered';
  return lit.taken.size > 0 || lit.compared !== null ? 'faded' : 'plain';
}

function labelOf(data: TransitionEdge['data'], isNamed: boolean, sessions: number | null): string {
  const count = data?.count ?? 1;
  const name = count > 1 ? `${count}×` : (data?.label ?? '');
  if (sessions === null) return name;
  return isNamed ? `${name} · ${sessions}` : String(sessions);
}
