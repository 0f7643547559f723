import { type Edge, type Node, type NodeHandle, Position } from '@xyflow/react';
import type { CanvasGroup, CanvasNote, Flow, FlowState, Transition } from '@/flows/schema/flow';
import type { IntentFamily } from '@/flows/schema/intents';
import type { LanguageCode } from '@/flows/schema/language';
import { nameOfState } from '../../../../_flow/name-of-state';
import { type StateKind, stateKinds } from '../../../../_flow/state-kinds';
import type { Selection } from '../selection';
import { cardHeight, cardSize, groupCardSize, outcomeMiddle } from './card-size';
import { boxOf, collapsedGroups } from './group-box';
import {
  familyOf,
  isDrawn,
  type OutcomeRow,
  outcomesOf,
  readable,
  transitionsFrom,
  unusedOutcomes,
} from './outcome-rows';
import { countMissing, plainSummary } from './plain-summary';

export type StateCardData = Readonly<{
  name: string;
  type: FlowState['type'];
  kind: StateKind;
  summary: string;
  language: LanguageCode;
  outcomes: readonly OutcomeRow[];
  /** Outcomes that may be led somewhere and are not. */
  unused: number;
  /** Texts that lack the language. */
  missing: number;
  isStart: boolean;
}>;
export type TransitionLineData = Readonly<{ label: string; family: IntentFamily | null; count: number }>;

export type StateNode = Node<StateCardData, 'state'>;
export type NoteNode = Node<{ note: CanvasNote }, 'note'>;
export type GroupNode = Node<{ group: CanvasGroup; size: number }, 'stateGroup'>;
export type CanvasNode = StateNode | NoteNode | GroupNode;
export type TransitionEdge = Edge<TransitionLineData, 'transition'>;
export type Canvas = Readonly<{ nodes: readonly CanvasNode[]; edges: readonly TransitionEdge[] }>;

export type View = Readonly<{ language: LanguageCode; selection: Selection }>;

/** The port of a card from where outcomes that are not used yet are led somewhere. */
export const MORE = '+';
export const noteNodeId = (id: string): string => `note/${id}`;
export const groupNodeId = (id: string): string => `group/${id}`;

/**
 * Reads flows as React Flow's nodes and edges: the only place where its words meet ours. What did not change since the
 * last reading is the same object again, so that only what changed is drawn again.
 */
export function createCanvasReader(): (flow: Flow, view: View) => Canvas {
  const nodes = new Map<string, Remembered<CanvasNode>>();
  const edges = new Map<string, Remembered<TransitionEdge>>();
  const lists = new Map<string, Remembered<readonly TransitionEdge[]>>();
  return (flow, view) => {
    const hidden = collapsedGroups(flow);
    const { transition } = view.selection;
    const selected = new Set(view.selection.states);
    return {
      nodes: [
        ...flow.groups.flatMap((group) => groupNodes(nodes, flow, group, view)),
        ...flow.states
          .filter(({ id }) => !hidden.has(id))
          .map((state) => {
            const isSelected = selected.has(state.id);
            const because = [
              state,
              ...transitionsFrom(flow, state.id),
              flow.start === state.id,
              view.language,
              isSelected,
            ];
            return remembered(nodes, state.id, because, () => toNode(flow, state, view.language, isSelected));
          }),
        ...flow.notes.map((note) => {
          const isSelected = view.selection.notes.includes(note.id);
          return remembered(nodes, noteNodeId(note.id), [note, isSelected], () => toNote(note, isSelected));
        }),
      ],
      // The same list while only texts change: React Flow indexes a new one from the beginning.
      edges: remembered(lists, 'edges', [flow.transitions, flow.groups, transition], () =>
        toEdges(edges, flow, hidden, transition),
      ),
    };
  };
}

type Remembered<T> = Readonly<{ because: readonly unknown[]; value: T }>;

function remembered<T>(known: Map<string, Remembered<T>>, id: string, because: readonly unknown[], make: () => T): T {
  const before = known.get(id);
  if (before && before.because.length === because.length && before.because.every((one, at) => one === because[at])) {
    return before.value;
  }
  const value = make();
  known.set(id, { because, value });
  return value;
}

function toNode(flow: Flow, state: FlowState, language: LanguageCode, isSelected: boolean): StateNode {
  const outcomes = outcomesOf(flow, state);
  const unused = unusedOutcomes(flow, state).length;
  const name = nameOfState(state);
  const ports = [...outcomes.map(({ id }) => id), ...(unused > 0 ? [MORE] : [])];
  return {
    id: state.id,
    type: 'state',
    position: state.position,
    ...sized(cardSize.width, cardHeight(ports.length)),
    handles: [targetHandle, ...ports.map(sourceHandle)],
    selected: isSelected,
    ariaRole: 'button',
    ariaLabel: name,
    data: {
      name,
      type: state.type,
      kind: stateKinds[state.type],
      summary: plainSummary(state, language),
      language,
      outcomes,
      unused,
      missing: countMissing(state, language),
      isStart: flow.start === state.id,
    },
  };
}

const noteSize = { width: 248, line: 20, letters: 36, rim: 28 } as const;

function toNote(note: CanvasNote, isSelected: boolean): NoteNode {
  const lines = note.text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / noteSize.letters)), 0);
  return {
    id: noteNodeId(note.id),
    type: 'note',
    position: note.position,
    ...sized(note.width ?? noteSize.width, note.height ?? noteSize.rim + Math.max(2, lines) * noteSize.line),
    selected: isSelected,
    data: { note },
  };
}

function groupNodes(
  known: Map<string, Remembered<CanvasNode>>,
  flow: Flow,
  group: CanvasGroup,
  view: View,
): CanvasNode[] {
  const box = boxOf(flow, group);
  if (box === null) return [];
  const isSelected = view.selection.groups.includes(group.id);
  const { x, y, width, height } = box;
  const because = [group, x, y, width, height, isSelected];
  return [
    remembered(
      known,
      groupNodeId(group.id),
      because,
      (): GroupNode => ({
        id: groupNodeId(group.id),
        // Not "group", which React Flow gives a look of its own.
        type: 'stateGroup',
        position: { x, y },
        ...(group.isCollapsed ? sized(groupCardSize.width, groupCardSize.height) : sized(width, height)),
        handles: group.isCollapsed ? [groupTarget, groupSource] : [],
        zIndex: group.isCollapsed ? 0 : -1,
        selected: isSelected,
        connectable: false,
        dragHandle: '.group-handle',
        ariaLabel: group.name,
        data: { group, size: group.states.length },
      }),
    ),
  ];
}

/** Lines that begin or end inside a collapsed group begin or end at its card; those of one pair are one line. */
function toEdges(
  known: Map<string, Remembered<TransitionEdge>>,
  flow: Flow,
  hidden: ReadonlyMap<string, string>,
  selected: string | null,
): TransitionEdge[] {
  const bundled = new Map<string, Transition[]>();
  for (const transition of flow.transitions) {
    if (!isDrawn(transition)) continue;
    const [from, to] = [hidden.get(transition.from), hidden.get(transition.to)];
    if (from !== undefined && from === to) continue;
    const isWhole = from === undefined && to === undefined;
    const source = from ?? `${transition.from}/${transition.outcome}`;
    const key = isWhole ? transition.id : `${source}→${to ?? transition.to}`;
    bundled.set(key, [...(bundled.get(key) ?? []), transition]);
  }
  return [...bundled].flatMap(([key, [first, ...others]]) => {
    if (!first) return [];
    const [from, to] = [hidden.get(first.from), hidden.get(first.to)];
    const because = [first, from, to, others.length, first.id === selected];
    return [remembered(known, key, because, () => toEdge(first, from, to, others.length + 1, first.id === selected))];
  });
}

function toEdge(
  transition: Transition,
  fromGroup: string | undefined,
  toGroup: string | undefined,
  count: number,
  isSelected: boolean,
): TransitionEdge {
  const outcome = readable(transition.outcome.split(':').at(-1) ?? '');
  return {
    id: transition.id,
    type: 'transition',
    source: fromGroup === undefined ? transition.from : groupNodeId(fromGroup),
    sourceHandle: fromGroup === undefined ? transition.outcome : groupSource.id,
    target: toGroup === undefined ? transition.to : groupNodeId(toGroup),
    targetHandle: targetHandle.id,
    focusable: false,
    // Chosen by a click, and not with the cards of a frame.
    selectable: false,
    selected: isSelected,
    reconnectable: count === 1,
    zIndex: isSelected ? 1 : 0,
    data: {
      label: transition.condition ? `${outcome} · ${transition.condition}` : outcome,
      family: familyOf(transition.outcome),
      count,
    },
  };
}

/** The size is known beforehand: said as `measured` too, a card can be flown to before it was ever drawn. */
function sized(width: number, height: number) {
  return { width, height, measured: { width, height } };
}

const half = cardSize.port / 2;
const portSize = { width: cardSize.port, height: cardSize.port };
const targetHandle = {
  id: 'in',
  type: 'target',
  position: Position.Left,
  x: -half,
  y: cardSize.header / 2 - half,
  ...portSize,
} as const satisfies NodeHandle;

function sourceHandle(id: string, index: number): NodeHandle {
  const y = outcomeMiddle(index) - half;
  return { id, type: 'source', position: Position.Right, x: cardSize.width - half, y, ...portSize };
}

const groupMiddle = groupCardSize.height / 2 - half;
const groupTarget = { ...targetHandle, y: groupMiddle } as const satisfies NodeHandle;
const groupSource = {
  id: 'out',
  type: 'source',
  position: Position.Right,
  x: groupCardSize.width - half,
  y: groupMiddle,
  ...portSize,
} as const satisfies NodeHandle;
