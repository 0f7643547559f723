import { words } from '@/app/_words/en';
import { addState } from '@/flows/edit/add-state';
import { connect } from '@/flows/edit/connect';
import { disconnect } from '@/flows/edit/disconnect';
import { reroute } from '@/flows/edit/reroute';
import type { Flow } from '@/flows/schema/flow';
import type { StateType } from '@/flows/states';
import { selectState } from '../../commands/acts';
import type { EditorStore } from '../../editor-store';
import { findState } from '../owners/find-state';
import { NOWHERE, newTypeOf } from './targets';

/** An outcome of a state, and the transition that is led elsewhere; null for one that leads nowhere yet. */
export type Way = Readonly<{ from: string; outcome: string; id: string | null }>;

const { edits } = words.editor.inspector;

/** Leads a way to a target as the list of targets calls it; a state that has to be made is made, and selected. */
export function leadTo(store: EditorStore, way: Way, target: string): void {
  const { edit } = store.getState();
  const { id, from, outcome } = way;
  const type = newTypeOf(target);
  if (type !== null) leadToNew(store, way, type);
  else if (target !== NOWHERE) edit(edits.connect(outcome, from), (flow) => led(flow, way, target));
  else if (id !== null) edit(edits.disconnect(outcome, from), (flow) => disconnect(flow, [id]));
}

function leadToNew(store: EditorStore, way: Way, type: StateType): void {
  let made: string | undefined;
  const label = edits.newState(words.stateTypes[type].toLowerCase(), way.from);
  const isDone = store.getState().edit(label, (flow) => {
    const added = addState(flow, { type, position: freePlaceAfter(flow, way.from) });
    made = added.states.at(-1)?.id;
    return made === undefined ? flow : led(added, way, made);
  });
  if (isDone && made !== undefined) selectState(store, made);
}

function led(flow: Flow, { from, outcome, id }: Way, to: string): Flow {
  return id === null ? connect(flow, { from, outcome, to }) : reroute(flow, id, { to });
}

/** On the canvas, in pixels: one column to the right of a state, below what stands there. */
const COLUMN = 400;
const ROW = 240;

function freePlaceAfter(flow: Flow, stateId: string): Readonly<{ x: number; y: number }> {
  const { x = 0, y = 0 } = findState(flow, stateId)?.position ?? {};
  const place = { x: x + COLUMN, y };
  const near = flow.states.map(({ position }) => position).filter((other) => Math.abs(other.x - place.x) < COLUMN);
  while (near.some((other) => Math.abs(other.y - place.y) < ROW)) place.y += ROW;
  return place;
}
