import { BACK, type Transition } from '../schema/flow';

/** True for two ways out of one outcome, of which the first that holds is taken. */
export function sharesOutcome(one: Transition, other: Transition): boolean {
  return one.from === other.from && one.outcome === other.outcome;
}

/**
 * Puts a way that was changed where it can be taken: one with a condition before the way without that would hide it, one
 * without behind those with. Ways back hide nothing.
 */
export function inTurn(transitions: readonly Transition[], changed: Transition): Transition[] {
  const at = transitions.indexOf(changed);
  const isRival = (way: Transition) => way !== changed && sharesOutcome(way, changed);
  const target = changed.condition?.trim()
    ? transitions.findIndex((way) => isRival(way) && !way.condition?.trim() && way.to !== BACK)
    : transitions.findLastIndex((way) => isRival(way) && way.condition?.trim());
  const isRight = target === -1 || changed.to === BACK || (changed.condition?.trim() ? at < target : at > target);
  if (isRight) return [...transitions];
  const others = transitions.filter((way) => way !== changed);
  others.splice(target, 0, changed);
  return others;
}
