import { BACK, type Transition } from '../../schema/flow';
import type { CheckRule, Finding } from '../check-rule';

/** Of several transitions for one outcome the first that holds is taken, so one without a condition comes last. */
export const transitionNeverTaken: CheckRule = {
  code: 'transition.never_taken',
  severity: 'warning',
  find: ({ states }) => [...states.values()].flatMap(({ id, transitions }) => hiddenAmong(id, transitions)),
};

function hiddenAmong(state: string, transitions: readonly Transition[]): Finding[] {
  const taken = new Map<string, string>();
  return transitions.flatMap((transition) => {
    const { id, outcome, to } = transition;
    const condition = transition.condition?.trim() ?? '';
    const earlier = taken.get(keyOf(outcome, '')) ?? taken.get(keyOf(outcome, condition));
    // A way back is only there in a digression, so what comes after it can still be taken.
    if (to !== BACK && !taken.has(keyOf(outcome, condition))) taken.set(keyOf(outcome, condition), id);
    if (earlier === undefined) return [];
    return [
      {
        place: { state, transition: id },
        message: `The transition "${id}" is never taken: "${earlier}" comes before it and always holds when it does.`,
        fix: 'Move it up, give the earlier one another condition, or remove it.',
      },
    ];
  });
}

function keyOf(outcome: string, condition: string): string {
  return `${outcome}\n${condition}`;
}
