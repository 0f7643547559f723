import { BACK, type Flow, type FlowState, type Transition } from '@/flows/schema/flow';
import { type IntentFamily, intent, intentFamilies, intentFamily } from '@/flows/schema/intents';
import { boundState } from '@/flows/states/bound-state';
import type { Outcome } from '@/flows/states/define-state';

/** One way out of a state as its card shows it. */
export type OutcomeRow = Readonly<{
  id: string;
  label: string;
  family: IntentFamily | null;
  /** Without a line on the canvas: it stays in the state, goes back to where it was, leads nowhere, or is no outcome of the state. */
  ends: 'stays' | 'back' | 'open' | 'unknown' | null;
}>;

/** The ways out that an author used or must use; the many optional ones of a resting state only when they lead somewhere. */
export function outcomesOf(flow: Flow, state: FlowState): readonly OutcomeRow[] {
  const leaving = transitionsFrom(flow, state.id);
  const { outcomes } = boundState(state);
  const known = new Set(outcomes.map(({ id }) => id));
  const strange = [...new Set(leaving.map(({ outcome }) => outcome))].filter((id) => !known.has(id));
  return [
    ...outcomes.flatMap((outcome) => {
      const used = leaving.filter((transition) => transition.outcome === outcome.id);
      if (used.length === 0 && outcome.optional) return [];
      return [{ ...rowBase(outcome.id, outcome.label), ends: endOf(used) }];
    }),
    ...strange.map((id): OutcomeRow => ({ ...rowBase(id, id), ends: 'unknown' })),
  ];
}

/** The optional outcomes of a state that lead nowhere yet: they can be led somewhere, and need not be. */
export function unusedOutcomes(flow: Flow, state: FlowState): readonly Outcome[] {
  const used = new Set(transitionsFrom(flow, state.id).map(({ outcome }) => outcome));
  return boundState(state).outcomes.filter(({ id, optional }) => optional && !used.has(id));
}

/** How many rows a state's card has: its ways out, and one more where there are unused ones. */
export function countRows(flow: Flow, state: FlowState): number {
  return outcomesOf(flow, state).length + (unusedOutcomes(flow, state).length > 0 ? 1 : 0);
}

/** The transitions that leave a state, in the order in which they are tried. */
export function transitionsFrom(flow: Flow, stateId: string): readonly Transition[] {
  return leavingIn(flow.transitions).get(stateId) ?? none;
}

const none: readonly Transition[] = [];
const indexes = new WeakMap<readonly Transition[], ReadonlyMap<string, readonly Transition[]>>();

function leavingIn(transitions: readonly Transition[]): ReadonlyMap<string, readonly Transition[]> {
  const known = indexes.get(transitions);
  if (known) return known;
  const index = new Map<string, Transition[]>();
  for (const transition of transitions) {
    const leaving = index.get(transition.from);
    if (leaving) leaving.push(transition);
    else index.set(transition.from, [transition]);
  }
  indexes.set(transitions, index);
  return index;
}

/** A transition to its own state, and one that goes back, are told on the card and not drawn. */
export function isDrawn(transition: Transition): boolean {
  return transition.to !== BACK && transition.to !== transition.from;
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

/** "needs_more_info" as people write it. */
export function readable(code: string): string {
  return code.replaceAll('_', ' ');
}

function rowBase(id: string, label: string) {
  return { id, label: readable(label), family: familyOf(id) };
}

function endOf(used: readonly Transition[]): OutcomeRow['ends'] {
  if (used.length === 0) return 'open';
  if (used.some(isDrawn)) return null;
  return used.some((transition) => transition.to === BACK) ? 'back' : 'stays';
}
