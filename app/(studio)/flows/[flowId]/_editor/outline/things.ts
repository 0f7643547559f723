import type { Flow } from '@/flows/schema/flow';
import type { EditorStore } from '../editor-store';
import { noSelection, type Selection } from '../selection';
import type { OutlineRow, OutlineThing } from './outline-rows';

/** True when what a row stands for is selected, here or on the canvas. */
export function isSelected(thing: OutlineThing, selection: Selection): boolean {
  switch (thing.type) {
    case 'group':
      return selection.groups.includes(thing.id);
    case 'state':
      return selection.states.includes(thing.id);
    case 'transition':
      return selection.transition === thing.id;
    case 'rule':
      return selection.rule === thing.id;
    case 'note':
      return selection.notes.includes(thing.id);
    case 'outcome':
    case 'rules':
    case 'notes':
      return false;
    default:
      return thing satisfies never;
  }
}

/** The selection of one thing alone; an outcome selects the state that it belongs to. */
export function selectionOf(thing: OutlineThing): Selection {
  switch (thing.type) {
    case 'group':
      return { ...noSelection, groups: [thing.id] };
    case 'state':
      return { ...noSelection, states: [thing.id] };
    case 'outcome':
      return { ...noSelection, states: [thing.state] };
    case 'transition':
      return { ...noSelection, transition: thing.id };
    case 'rule':
      return { ...noSelection, rule: thing.id };
    case 'note':
      return { ...noSelection, notes: [thing.id] };
    case 'rules':
    case 'notes':
      return noSelection;
    default:
      return thing satisfies never;
  }
}

/** The selection with one more thing, or without it. States, notes and groups can be selected together; nothing else. */
export function toggled(selection: Selection, thing: OutlineThing): Selection {
  const base = { ...selection, transition: null, rule: null };
  if (thing.type === 'state') return { ...base, states: turned(base.states, thing.id) };
  if (thing.type === 'note') return { ...base, notes: turned(base.notes, thing.id) };
  if (thing.type === 'group') return { ...base, groups: turned(base.groups, thing.id) };
  return selectionOf(thing);
}

function turned(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}

/** All states, notes and groups among rows. */
export function selectionAmong(rows: readonly OutlineRow[]): Selection {
  const idsOf = (type: 'state' | 'note' | 'group') =>
    rows.flatMap(({ thing }) => (thing.type === type && 'id' in thing ? [thing.id] : []));
  return { ...noSelection, states: idsOf('state'), notes: idsOf('note'), groups: idsOf('group') };
}

/** All rows from one to another, both included, in whichever order they stand. */
export function rowsBetween(rows: readonly OutlineRow[], one: string, other: string): readonly OutlineRow[] {
  const ends = [one, other].map((wanted) => rows.findIndex(({ key }) => key === wanted)).filter((at) => at !== -1);
  return rows.slice(Math.min(...ends), Math.max(...ends) + 1);
}

/** The row that a selection is about, and the rows around it that must be open to see it; null for none or several. */
export function pathTo({ states, notes, groups, transition, rule }: Selection, flow: Flow): readonly OutlineThing[] {
  if (transition !== null) {
    const way = flow.transitions.find(({ id }) => id === transition);
    if (!way) return [];
    const { from: state, outcome } = way;
    return [
      ...pathToState(flow, state),
      { type: 'outcome', state, outcome },
      { type: 'transition', id: transition, state, outcome },
    ];
  }
  if (rule !== null) return [{ type: 'rules' }, { type: 'rule', id: rule }];
  const [state] = states;
  if (state !== undefined) return states.length === 1 ? pathToState(flow, state) : [];
  const [note] = notes;
  if (note !== undefined) return notes.length === 1 ? [{ type: 'notes' }, { type: 'note', id: note }] : [];
  const [group] = groups;
  return group !== undefined && groups.length === 1 ? [{ type: 'group', id: group }] : [];
}

function pathToState(flow: Flow, id: string): readonly OutlineThing[] {
  const group = flow.groups.findLast(({ states }) => states.includes(id));
  return [...(group ? [{ type: 'group', id: group.id } as const] : []), { type: 'state', id }];
}

/** Selects what a menu or key acts on: the thing, unless it is among what is selected already. */
export function selectForAct(store: EditorStore, thing: OutlineThing): void {
  const { selection, select } = store.getState();
  if (!isSelected(thing, selection)) select(selectionOf(thing));
}

/** Selects a thing and opens it where it is edited. */
export function openThing(store: EditorStore, thing: OutlineThing): void {
  const { goTo, select, showPanel } = store.getState();
  if (thing.type === 'outcome') {
    goTo({ state: thing.state, path: thing.outcome });
    return;
  }
  select(selectionOf(thing));
  if (thing.type !== 'rules' && thing.type !== 'notes') showPanel('inspector');
}
