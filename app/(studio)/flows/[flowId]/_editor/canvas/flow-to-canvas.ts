import { type Edge, MarkerType, type Node, type NodeHandle, Position } from '@xyflow/react';
import { BACK, type Flow, type FlowState, type Transition } from '@/flows/schema/flow';
import { type IntentFamily, intent, intentFamilies, intentFamily } from '@/flows/schema/intents';
import type { LanguageCode } from '@/flows/schema/language';
import { stateTypes } from '@/flows/states';
import { nameOfState } from '../../../_flow/name-of-state';
import { type StateKind, stateKinds } from '../../../_flow/state-kinds';
import { cardHeight, cardSize, outcomeMiddle } from './card-size';

/** Where a contact has been: the state it is in, the states it saw, the transitions it took. */
export type Trail = Readonly<{
  current: string | null;
  visited: readonly string[];
  transitions: readonly string[];
}>;

/** One way out of a state as its card shows it. */
export type OutcomeRow = Readonly<{
  id: string;
  label: string;
  family: IntentFamily | null;
  /** Without a line on the canvas: it stays in the state, goes back to where it was, or leads nowhere. */
  ends: 'stays' | 'back' | 'open' | null;
}>;

export type StateCardData = Readonly<{
  name: string;
  type: FlowState['type'];
  kind: StateKind;
  summary: string;
  language: LanguageCode;
  outcomes: readonly OutcomeRow[];
  isStart: boolean;
  mark: 'current' | 'visited' | null;
}>;
export type TransitionLineData = Readonly<{
  label: string;
  family: IntentFamily | null;
  isTaken: boolean;
  /** Only the lines of what was selected, what was travelled and what has a condition say their name. */
  isNamed: boolean;
}>;

export type StateNode = Node<StateCardData, 'state'>;
export type NoteNode = Node<{ text: string }, 'note'>;
export type TransitionEdge = Edge<TransitionLineData, 'transition'>;
export type Canvas = Readonly<{ nodes: readonly (StateNode | NoteNode)[]; edges: readonly TransitionEdge[] }>;

type View = Readonly<{ language: LanguageCode; trail: Trail | null; selected: string | null }>;

/** The CSS colour of the way that a contact went, whatever its families. */
export const TAKEN_COLOUR = 'var(--accent)';

/** A flow as React Flow's nodes and edges: the only place where its words meet ours. */
export function flowToCanvas(flow: Flow, view: View): Canvas {
  return {
    nodes: [...flow.states.map((state) => toNode(flow, state, view)), ...flow.notes.map(toNote)],
    edges: flow.transitions.filter(isDrawn).map((transition) => toEdge(transition, view)),
  };
}

/** The ways out that an author used or must use; the many optional ones of a resting state only when they lead somewhere. */
export function outcomesOf(flow: Flow, state: FlowState): OutcomeRow[] {
  const leaving = flow.transitions.filter((transition) => transition.from === state.id);
  return stateTypes[state.type]
    .bind(state.data)
    .outcomes.map((outcome) => ({ outcome, used: leaving.filter((transition) => transition.outcome === outcome.id) }))
    .filter(({ outcome, used }) => used.length > 0 || !outcome.optional)
    .map(({ outcome, used }) => ({
      id: outcome.id,
      label: readable(outcome.label),
      family: familyOf(outcome.id),
      ends: endOf(used),
    }));
}

/** The intent family whose colour an outcome has, or null for outcomes that are no intent. */
export function familyOf(outcome: string): IntentFamily | null {
  const [kind, name] = outcome.split(':');
  if (kind === 'family') return intentFamily.safeParse(name).data ?? null;
  const known = kind === 'intent' ? intent.safeParse(name).data : undefined;
  return known ? intentFamilies[known] : null;
}

/** The CSS colour of an intent family's lines and dots. */
export function familyColour(family: IntentFamily | null): string {
  return `var(--family-${(family ?? 'other').replaceAll('_', '-')})`;
}

function toNode(flow: Flow, state: FlowState, { language, trail, selected }: View): StateNode {
  const outcomes = outcomesOf(flow, state);
  const name = nameOfState(state);
  return {
    id: state.id,
    type: 'state',
    position: state.position,
    ...sized(cardSize.width, cardHeight(outcomes.length)),
    handles: [targetHandle, ...outcomes.map(sourceHandle)],
    selected: state.id === selected,
    ariaRole: 'button',
    ariaLabel: name,
    domAttributes: trail?.current === state.id ? { 'aria-current': 'step' } : {},
    data: {
      name,
      type: state.type,
      kind: stateKinds[state.type],
      summary: plainSummary(state, language),
      language,
      outcomes,
      isStart: flow.start === state.id,
      mark: markOf(state.id, trail),
    },
  };
}

function toNote(note: Flow['notes'][number]): NoteNode {
  const lines = note.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 36)), 0);
  return {
    id: `note:${note.id}`,
    type: 'note',
    position: note.position,
    ...sized(248, 28 + lines * 20),
    selectable: false,
    focusable: false,
    data: { text: note.text },
  };
}

/** The size is known beforehand: said as `measured` too, a card can be flown to before it was ever drawn. */
function sized(width: number, height: number) {
  return { width, height, measured: { width, height } };
}

function toEdge(transition: Transition, { trail, selected }: View): TransitionEdge {
  const family = familyOf(transition.outcome);
  const isTaken = trail?.transitions.includes(transition.id) ?? false;
  const isSelected = transition.from === selected || transition.to === selected;
  const outcome = readable(transition.outcome.split(':').at(-1) ?? '');
  // What was chosen stands out; else the way that the contact went.
  const isFaded = selected === null ? trail !== null && !isTaken : !isSelected;
  return {
    id: transition.id,
    type: 'transition',
    source: transition.from,
    sourceHandle: transition.outcome,
    target: transition.to,
    targetHandle: targetHandle.id,
    focusable: false,
    selectable: false,
    markerEnd: {
      type: MarkerType.ArrowClosed,
      markerUnits: 'userSpaceOnUse',
      color: isTaken ? TAKEN_COLOUR : familyColour(family),
      width: 20,
      height: 20,
    },
    zIndex: isTaken || isSelected ? 1 : 0,
    className: isFaded ? 'opacity-20' : '',
    data: {
      label: transition.condition ? `${outcome} · ${transition.condition}` : outcome,
      family,
      isTaken,
      isNamed: isTaken || isSelected,
    },
  };
}

/** A transition to its own state, and one that goes back, are told on the card and not drawn. */
function isDrawn(transition: Transition): boolean {
  return transition.to !== BACK && transition.to !== transition.from;
}

function endOf(used: readonly Transition[]): OutcomeRow['ends'] {
  if (used.length === 0) return 'open';
  if (used.some(isDrawn)) return null;
  return used.some((transition) => transition.to === BACK) ? 'back' : 'stays';
}

function markOf(stateId: string, trail: Trail | null): StateCardData['mark'] {
  if (trail?.current === stateId) return 'current';
  return trail?.visited.includes(stateId) ? 'visited' : null;
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

function sourceHandle(outcome: OutcomeRow, index: number): NodeHandle {
  const y = outcomeMiddle(index) - half;
  return { id: outcome.id, type: 'source', position: Position.Right, x: cardSize.width - half, y, ...portSize };
}

/** What a state says, without markup, and with its variables as names in ‹ ›. */
export function plainSummary(state: FlowState, language: LanguageCode): string {
  return stateTypes[state.type]
    .bind(state.data)
    .summary(language)
    .replace(/\{\{\s*(?:facts\.)?([^}|]*[^}|\s])[^}]*\}\}/g, (_, name: string) => `‹${readable(name)}›`)
    .replace(/(?<![\p{L}\p{N}])[*_~]+|[*_~]+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** "needs_more_info" as people write it. */
function readable(code: string): string {
  return code.replaceAll('_', ' ');
}
