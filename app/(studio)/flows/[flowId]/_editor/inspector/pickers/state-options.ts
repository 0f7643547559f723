import type { Option } from '@/app/_ui/match-options';
import type { FlowState } from '@/flows/schema/flow';
import { nameOfState } from '../../../../../_flow/name-of-state';

/** The states of a flow to choose from. The same list as before, as long as no state was renamed, added or removed. */
export function stateOptions(states: readonly FlowState[]): readonly Option<string>[] {
  const known = lists.get(states);
  if (known) return known;
  const made = states.map((state) => ({ value: state.id, label: nameOfState(state), hint: state.id }));
  const same = last !== null && isSame(last, made) ? last : made;
  lists.set(states, same);
  last = same;
  return same;
}

const lists = new WeakMap<readonly FlowState[], readonly Option<string>[]>();
/** Typing in a state makes a new list of states, but hardly ever other names. */
let last: readonly Option<string>[] | null = null;

function isSame(one: readonly Option<string>[], other: readonly Option<string>[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ value, label }, index) => value === other[index]?.value && label === other[index]?.label)
  );
}
