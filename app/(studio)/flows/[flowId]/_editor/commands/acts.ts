import { words } from '@/app/_words/en';
import { addState } from '@/flows/edit/add-state';
import { type Alignment, alignStates, distributeStates } from '@/flows/edit/align-states';
import { connect } from '@/flows/edit/connect';
import { copyFragment } from '@/flows/edit/copy-fragment';
import { disconnect } from '@/flows/edit/disconnect';
import { duplicateStates } from '@/flows/edit/duplicate-states';
import { parseFragment } from '@/flows/edit/fragment';
import { groupStates, setGroup, ungroup } from '@/flows/edit/groups';
import { insertState } from '@/flows/edit/insert-state';
import { moveNotes, moveStates, type Positions } from '@/flows/edit/move-states';
import { addNote, removeNotes, setNote } from '@/flows/edit/notes';
import { pasteFragment } from '@/flows/edit/paste-fragment';
import { removeStates } from '@/flows/edit/remove-states';
import { setFlowHead } from '@/flows/edit/set-flow-head';
import type { Flow } from '@/flows/schema/flow';
import type { StateType } from '@/flows/states';
import { nameOfState } from '../../../../_flow/name-of-state';
import { sizeOfState } from '../canvas/card-size';
import type { EditorStore } from '../editor-store';
import { noSelection } from '../selection';

/** What a person can do to the drawing, whether from the canvas, the outline, the palette or a key. */

type Point = Readonly<{ x: number; y: number }>;
const labels = words.editor.commands.edits;

/** Adds a state, leads an outcome to it where one is named, and selects it. */
export function addStateAt(
  store: EditorStore,
  type: StateType,
  position: Point,
  from?: Readonly<{ state: string; outcome: string }>,
): void {
  const before = store.getState().flow;
  let made: string | undefined;
  const done = store.getState().edit(labels.addState(words.stateTypes[type]), (flow) => {
    const added = addState(flow, { type, position: rounded(position) });
    made = added.states.at(-1)?.id;
    if (made === undefined || from === undefined) return added;
    return connect(added, { from: from.state, outcome: from.outcome, to: made });
  });
  if (done && made !== undefined && !before.states.some(({ id }) => id === made)) selectState(store, made);
}

/** Puts a new state into the middle of a transition. */
export function insertOnTransition(store: EditorStore, transitionId: string, type: StateType): void {
  const { flow } = store.getState();
  const way = flow.transitions.find(({ id }) => id === transitionId);
  if (!way) return;
  const position = between(flow, way.from, way.to);
  store
    .getState()
    .edit(labels.insertState(words.stateTypes[type]), (before) =>
      insertState(before, transitionId, { type, position }),
    );
  const added = store.getState().flow.states.find(({ id }) => !flow.states.some((state) => state.id === id));
  if (added) selectState(store, added.id);
}

export function connectOutcome(store: EditorStore, from: string, outcome: string, to: string): void {
  store.getState().edit(labels.connect(outcome, from), (flow) => connect(flow, { from, outcome, to }));
}

export function removeTransition(store: EditorStore, transitionId: string): void {
  store.getState().edit(labels.disconnect, (flow) => disconnect(flow, [transitionId]));
}

/** Puts states and notes elsewhere, as one edit. Moves of the same things that follow one another are one. */
export function moveTo(store: EditorStore, states: Positions, notes: Positions = new Map()): void {
  const ids = [...states.keys()];
  store
    .getState()
    .edit(labels.move(ids, notes.size), (flow) => moveNotes(moveStates(flow, rounded(states)), rounded(notes)), {
      merge: `move:${[...ids, ...notes.keys()].join()}`,
    });
}

/** Deletes what is selected; ways through a deleted state are linked again where that is clear. */
export function removeSelection(store: EditorStore): void {
  const { selection, edit } = store.getState();
  if (selection.transition !== null) {
    removeTransition(store, selection.transition);
    return;
  }
  const { states, notes, groups } = selection;
  const what = labels.remove(states, notes.length, groups.length);
  const gone = (flow: Flow): Flow => groups.reduce(ungroup, removeNotes(removeStates(flow, states), notes));
  if (edit(what, gone)) store.getState().select(noSelection);
}

export function duplicateSelection(store: EditorStore): void {
  const { selection, flow, edit } = store.getState();
  if (selection.states.length === 0) return;
  edit(labels.duplicate(selection.states), (before) => duplicateStates(before, selection.states));
  selectAdded(store, flow);
}

/** Copies the selected states as text to the system's clipboard, from where another flow or tab can take them. */
export async function copySelection(store: EditorStore): Promise<void> {
  const text = copiedText(store);
  if (text !== null) await navigator.clipboard.writeText(text);
}

/** What copying puts into the clipboard; null when no state and no note is selected. */
export function copiedText(store: EditorStore): string | null {
  const { selection, flow } = store.getState();
  const fragment = copyFragment(flow, selection.states, selection.notes);
  return fragment === null ? null : JSON.stringify(fragment);
}

export async function cutSelection(store: EditorStore): Promise<void> {
  await copySelection(store);
  removeSelection(store);
}

/** What came of pasting: how many states, and which of their ways lead nowhere here; null for a clipboard without states. */
export type Pasted = Readonly<{ states: number; broken: readonly string[] }>;

export async function pasteAt(store: EditorStore, position: Point): Promise<Pasted | null> {
  return pasteText(store, await navigator.clipboard.readText(), position);
}

export function pasteText(store: EditorStore, text: string, position: Point): Pasted | null {
  const fragment = parseFragment(text);
  if (fragment === null) return null;
  const { flow, edit } = store.getState();
  const pasted = pasteFragment(flow, fragment, rounded(position));
  edit(labels.paste(pasted.pasted), () => pasted.flow);
  store.getState().select({ ...noSelection, states: pasted.pasted });
  return { states: pasted.pasted.length, broken: pasted.broken.map(({ from, outcome }) => `${from}, ${outcome}`) };
}

export function alignSelection(store: EditorStore, how: Alignment): void {
  const { selection, edit } = store.getState();
  edit(labels.align, (flow) => alignStates(flow, selection.states, how, sizeIn(flow)));
}

export function distributeSelection(store: EditorStore, how: 'horizontally' | 'vertically'): void {
  const { selection, edit } = store.getState();
  edit(labels.distribute, (flow) => distributeStates(flow, selection.states, how, sizeIn(flow)));
}

export function groupSelection(store: EditorStore): void {
  const { selection, edit, flow } = store.getState();
  if (selection.states.length === 0) return;
  edit(labels.group(selection.states), (before) => groupStates(before, selection.states, labels.newGroup));
  const added = store.getState().flow.groups.find(({ id }) => !flow.groups.some((group) => group.id === id));
  if (added) store.getState().select({ ...noSelection, groups: [added.id] });
}

export function ungroupSelection(store: EditorStore): void {
  const { selection, edit, flow } = store.getState();
  const chosen = new Set(selection.states);
  const groups = flow.groups.filter(
    ({ id, states }) => selection.groups.includes(id) || states.some((one) => chosen.has(one)),
  );
  edit(labels.ungroup, (before) => groups.reduce((changed, { id }) => ungroup(changed, id), before));
}

export function toggleGroup(store: EditorStore, groupId: string): void {
  const group = store.getState().flow.groups.find(({ id }) => id === groupId);
  if (!group) return;
  const { isCollapsed } = group;
  store
    .getState()
    .edit(isCollapsed ? labels.expand(group.name) : labels.collapse(group.name), (flow) =>
      setGroup(flow, groupId, { isCollapsed: !isCollapsed }),
    );
}

export function addNoteAt(store: EditorStore, position: Point): void {
  const { flow, edit } = store.getState();
  edit(labels.addNote, (before) => addNote(before, { text: '', position: rounded(position) }));
  const added = store.getState().flow.notes.find(({ id }) => !flow.notes.some((note) => note.id === id));
  if (added) store.getState().select({ ...noSelection, notes: [added.id] });
}

export function writeNote(store: EditorStore, noteId: string, text: string): void {
  store.getState().edit(labels.editNote, (flow) => setNote(flow, noteId, { text }), { merge: `note:${noteId}` });
}

export function makeStart(store: EditorStore, stateId: string): void {
  store.getState().edit(labels.makeStart(stateId), (flow) => setFlowHead(flow, { start: stateId }));
}

export function selectAll(store: EditorStore): void {
  const { flow, select } = store.getState();
  select({ ...noSelection, states: flow.states.map(({ id }) => id), notes: flow.notes.map(({ id }) => id) });
}

/** Selects everything that the selected states lead to, or come from, however far. */
export function selectAlong(store: EditorStore, direction: 'downstream' | 'upstream'): void {
  const { flow, selection, select } = store.getState();
  const reached = new Set(selection.states);
  const waiting = [...reached];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const { from, to } of flow.transitions) {
      const [here, next] = direction === 'downstream' ? [from, to] : [to, from];
      if (here !== id || reached.has(next) || next.startsWith('@')) continue;
      reached.add(next);
      waiting.push(next);
    }
  }
  select({ ...noSelection, states: [...reached] });
}

export function selectState(store: EditorStore, id: string): void {
  store.getState().select({ ...noSelection, states: [id] });
  store.getState().showPanel('inspector');
}

function selectAdded(store: EditorStore, before: Flow): void {
  const known = new Set(before.states.map(({ id }) => id));
  const added = store.getState().flow.states.filter(({ id }) => !known.has(id));
  store.getState().select({ ...noSelection, states: added.map(({ id }) => id) });
}

function sizeIn(flow: Flow): (id: string) => Readonly<{ width: number; height: number }> {
  const states = new Map(flow.states.map((state) => [state.id, state]));
  return (id) => {
    const state = states.get(id);
    return state ? sizeOfState(flow, state) : { width: 0, height: 0 };
  };
}

function between(flow: Flow, from: string, to: string): Point {
  const [one, other] = [from, to].map((id) => flow.states.find((state) => state.id === id)?.position);
  if (!one) return other ?? { x: 0, y: 0 };
  if (!other || from === to) return rounded({ x: one.x + 380, y: one.y + 120 });
  return rounded({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 + 60 });
}

function rounded(point: Point): Point;
function rounded(positions: Positions): Positions;
function rounded(what: Point | Positions): Point | Positions {
  if ('x' in what) return { x: Math.round(what.x), y: Math.round(what.y) };
  return new Map([...what].map(([id, point]) => [id, rounded(point)]));
}

/** A state's name for a sentence. */
export function nameIn(flow: Flow, id: string): string {
  const state = flow.states.find((other) => other.id === id);
  return state ? nameOfState(state) : id;
}
