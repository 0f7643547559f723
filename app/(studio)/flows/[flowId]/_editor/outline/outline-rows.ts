import type { Flow, FlowState } from '@/flows/schema/flow';
import { stateOf } from '../canvas/group-box';
import { outcomesOf, transitionsFrom } from '../canvas/outcome-rows';
import type { Found } from './search-outline';

/** What a row of the outline stands for. */
export type OutlineThing =
  | Readonly<{ type: 'group'; id: string }>
  | Readonly<{ type: 'state'; id: string }>
  | Readonly<{ type: 'outcome'; state: string; outcome: string }>
  | Readonly<{ type: 'transition'; id: string; state: string; outcome: string }>
  | Readonly<{ type: 'rules' }>
  | Readonly<{ type: 'rule'; id: string }>
  | Readonly<{ type: 'notes' }>
  | Readonly<{ type: 'note'; id: string }>;

/** One row that is open to see, with its place in the tree; `position` counts from 1 among `size` siblings. */
export type OutlineRow = Readonly<{
  key: string;
  thing: OutlineThing;
  parent: string | null;
  level: number;
  position: number;
  size: number;
  /** Null for what has nothing inside. */
  isExpanded: boolean | null;
}>;

/** `turned` holds the rows that are not as they are at first. */
export type OutlineView = Readonly<{ turned: ReadonlySet<string>; found: Found | null }>;

/** The rows of the tree, from top to bottom: groups and states, then the flow-wide rules, then the notes. */
export function outlineRows(flow: Flow, view: OutlineView): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const add = (branches: readonly Branch[], parent: string | null, level: number): void => {
    for (const [index, { thing, inside }] of branches.entries()) {
      const key = keyOf(thing);
      const isExpanded = inside === null ? null : isOpen(thing, key, view);
      rows.push({ key, thing, parent, level, position: index + 1, size: branches.length, isExpanded });
      if (isExpanded && inside) add(inside(), key, level + 1);
    }
  };
  add(view.found === null ? wholeTree(flow) : foundTree(flow, view.found), null, 1);
  return rows;
}

/** The same for the same thing, also after other things came and went. */
export function keyOf(thing: OutlineThing): string {
  switch (thing.type) {
    case 'outcome':
      return `outcome:${thing.state}/${thing.outcome}`;
    case 'rules':
    case 'notes':
      return thing.type;
    case 'group':
    case 'state':
    case 'transition':
    case 'rule':
    case 'note':
      return `${thing.type}:${thing.id}`;
    default:
      return thing satisfies never;
  }
}

/** The rows after an edit, with every row that is as it was being the very same, so that it is not drawn again. */
export function keepSameRows(before: readonly OutlineRow[], after: readonly OutlineRow[]): readonly OutlineRow[] {
  const known = new Map(before.map((row) => [row.key, row]));
  const kept = after.map((row) => {
    const was = known.get(row.key);
    return was && isSame(was, row) ? was : row;
  });
  return kept.length === before.length && kept.every((row, index) => row === before[index]) ? before : kept;
}

type Branch = Readonly<{ thing: OutlineThing; inside: (() => readonly Branch[]) | null }>;

function wholeTree(flow: Flow): Branch[] {
  const groupOf = new Map(flow.groups.flatMap(({ id, states }) => states.map((state) => [state, id])));
  const listed = new Set<string>();
  const branches = flow.states.flatMap((state): Branch[] => {
    const group = groupOf.get(state.id);
    if (group === undefined) return [stateBranch(flow, state)];
    if (listed.has(group)) return [];
    listed.add(group);
    return [groupBranch(flow, group)];
  });
  const empty = flow.groups.filter(({ id }) => !listed.has(id)).map(({ id }) => groupBranch(flow, id));
  const rules = flow.rules.map(({ id }): Branch => ({ thing: { type: 'rule', id }, inside: null }));
  const notes = flow.notes.map(({ id }): Branch => ({ thing: { type: 'note', id }, inside: null }));
  return [...branches, ...empty, section('rules', rules), section('notes', notes)];
}

/** What was found, without the groups around it: how few things it is counts here. */
function foundTree(flow: Flow, { states, rules, notes }: Found): Branch[] {
  const found = flow.rules.filter(({ id }) => rules.has(id));
  const written = flow.notes.filter(({ id }) => notes.has(id));
  return [
    ...flow.states.filter(({ id }) => states.has(id)).map((state) => stateBranch(flow, state)),
    ...found.map(({ id }): Branch => ({ thing: { type: 'rule', id }, inside: null })),
    ...written.map(({ id }): Branch => ({ thing: { type: 'note', id }, inside: null })),
  ];
}

function section(type: 'rules' | 'notes', branches: readonly Branch[]): Branch {
  return { thing: { type }, inside: branches.length > 0 ? () => branches : null };
}

function groupBranch(flow: Flow, id: string): Branch {
  const members = flow.groups.find((group) => group.id === id)?.states ?? [];
  const states = members.flatMap((member) => stateOf(flow, member) ?? []);
  return {
    thing: { type: 'group', id },
    inside: states.length > 0 ? () => states.map((state) => stateBranch(flow, state)) : null,
  };
}

function stateBranch(flow: Flow, state: FlowState): Branch {
  return { thing: { type: 'state', id: state.id }, inside: state.type === 'end' ? null : () => outcomes(flow, state) };
}

function outcomes(flow: Flow, state: FlowState): Branch[] {
  return outcomesOf(flow, state).map(({ id: outcome }) => {
    const ways = transitionsFrom(flow, state.id).filter((way) => way.outcome === outcome);
    const inside = ways.map(
      ({ id }): Branch => ({ thing: { type: 'transition', id, state: state.id, outcome }, inside: null }),
    );
    return {
      thing: { type: 'outcome', state: state.id, outcome },
      inside: inside.length > 0 ? () => inside : null,
    };
  });
}

function isOpen(thing: OutlineThing, key: string, { turned }: OutlineView): boolean {
  return turned.has(key) !== isOpenAtFirst(thing);
}

/** Groups and outcomes are open until they are closed; everything else is closed until it is opened. */
export function isOpenAtFirst({ type }: OutlineThing): boolean {
  return type === 'group' || type === 'outcome';
}

function isSame(one: OutlineRow, other: OutlineRow): boolean {
  return (
    one.parent === other.parent &&
    one.level === other.level &&
    one.position === other.position &&
    one.size === other.size &&
    one.isExpanded === other.isExpanded
  );
}
