import type { Flow } from '@/flows/schema/flow';

/** What is selected in the drawing: states, notes and groups together, or one transition, or one flow-wide rule. */
export type Selection = Readonly<{
  states: readonly string[];
  notes: readonly string[];
  groups: readonly string[];
  transition: string | null;
  rule: string | null;
}>;

export const noSelection: Selection = { states: [], notes: [], groups: [], transition: null, rule: null };

/** The selection without what the flow does not have; the same object when all of it is there. */
export function keepSelected(selection: Selection, flow: Flow): Selection {
  const has = {
    states: idsOf(flow.states),
    notes: idsOf(flow.notes),
    groups: idsOf(flow.groups),
    transitions: idsOf(flow.transitions),
    rules: idsOf(flow.rules),
  };
  const kept: Selection = {
    states: selection.states.filter((id) => has.states.has(id)),
    notes: selection.notes.filter((id) => has.notes.has(id)),
    groups: selection.groups.filter((id) => has.groups.has(id)),
    transition:
      selection.transition !== null && has.transitions.has(selection.transition) ? selection.transition : null,
    rule: selection.rule !== null && has.rules.has(selection.rule) ? selection.rule : null,
  };
  return isSame(kept, selection) ? selection : kept;
}

function idsOf(items: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id));
}

function isSame(one: Selection, other: Selection): boolean {
  return (
    one.states.length === other.states.length &&
    one.notes.length === other.notes.length &&
    one.groups.length === other.groups.length &&
    one.transition === other.transition &&
    one.rule === other.rule
  );
}
