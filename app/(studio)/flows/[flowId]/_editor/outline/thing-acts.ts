import { words } from '@/app/_words/en';
import { disconnect } from '@/flows/edit/disconnect';
import { moveTransition } from '@/flows/edit/move-transition';
import type { Direction } from '@/flows/edit/moved-item';
import { type NewEnds, reroute } from '@/flows/edit/reroute';
import { addRule, moveRule, removeRule } from '@/flows/edit/rules';
import type { Transition } from '@/flows/schema/flow';
import { moveTo, removeSelection } from '../commands/acts';
import type { EditorStore } from '../editor-store';
import { nameOfOutcome, nameOfThing } from './name-of-thing';
import type { OutlineRequest } from './outline-request';
import type { OutlineThing } from './outline-rows';

const labels = words.editor.outline.edits;

/** Deletes what is selected, or the ways of an outcome, or a rule. */
export function removeThing(store: EditorStore, thing: OutlineThing): void {
  switch (thing.type) {
    case 'state':
    case 'group':
    case 'note':
    case 'transition':
      removeSelection(store);
      break;
    case 'outcome':
      disconnectOutcome(store, thing.state, thing.outcome);
      break;
    case 'rule':
      deleteRule(store, thing.id);
      break;
    case 'rules':
    case 'notes':
      break;
    default:
      thing satisfies never;
  }
}

/** Takes all ways of an outcome away. */
export function disconnectOutcome(store: EditorStore, state: string, outcome: string): void {
  const { flow, edit } = store.getState();
  const ids = flow.transitions.filter((way) => way.from === state && way.outcome === outcome).map(({ id }) => id);
  if (ids.length === 0) return;
  edit(labels.disconnect(nameOfOutcome(flow, state, outcome), state), (now) => disconnect(now, ids));
}

/** Adds a flow-wide rule, the last to be looked at, and opens it: what it takes and does is written there. */
export function addRuleLast(store: EditorStore): void {
  const { flow, edit, goTo } = store.getState();
  const rule = { id: 'new_rule', intents: ['talk_to_human'], action: { type: 'goTo', to: flow.start } };
  if (!edit(labels.addRule, (now) => addRule(now, rule))) return;
  const added = store.getState().flow.rules.at(-1);
  if (added) goTo({ rule: added.id });
}

export function deleteRule(store: EditorStore, id: string): void {
  const name = nameOfThing(store.getState().flow, { type: 'rule', id });
  store.getState().edit(labels.removeRule(name), (flow) => removeRule(flow, id));
}

/** Looks at a rule earlier or later. */
export function moveRuleTo(store: EditorStore, id: string, direction: Direction): void {
  const name = nameOfThing(store.getState().flow, { type: 'rule', id });
  store.getState().edit(labels.moveRule(name), (flow) => moveRule(flow, id, direction));
}

/** Looks at a transition earlier or later among those of its outcome. */
export function moveTransitionTo(store: EditorStore, { id, from, outcome }: Transition, direction: Direction): void {
  const { flow, edit } = store.getState();
  edit(labels.order(nameOfOutcome(flow, from, outcome), from), (now) => moveTransition(now, id, direction));
}

/** Leads a transition to another state, or from another outcome. */
export function leadElsewhere(store: EditorStore, id: string, ends: NewEnds): void {
  const { flow, edit } = store.getState();
  const way = flow.transitions.find((other) => other.id === id);
  if (way) edit(labels.lead(nameOfOutcome(flow, way.from, way.outcome), way.from), (now) => reroute(now, id, ends));
}

/** Moves all selected states by a step on the canvas, in pixels. */
export function moveSelectedBy(store: EditorStore, by: Readonly<{ x: number; y: number }>): void {
  const { flow, selection } = store.getState();
  const chosen = new Set(selection.states);
  const positions = flow.states
    .filter(({ id }) => chosen.has(id))
    .map(({ id, position }) => [id, { x: position.x + by.x, y: position.y + by.y }] as const);
  moveTo(store, new Map(positions));
}

/** The dialog that renames a thing, or writes it anew; null for what has no name of its own. */
export function renameRequest(thing: OutlineThing): OutlineRequest | null {
  if (thing.type === 'state') return { type: 'renameState', id: thing.id };
  if (thing.type === 'group') return { type: 'renameGroup', id: thing.id };
  return thing.type === 'note' ? { type: 'writeNote', id: thing.id } : null;
}
