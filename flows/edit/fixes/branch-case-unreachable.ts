import type { FlowState } from '../../schema/flow';
import { changeInside } from './change-inside';
import { boldFix, type FixRule, safeFix } from './fix';

/** A case that is never taken goes, or comes first. */
export const branchCaseUnreachable: FixRule = {
  code: 'branch.case_unreachable',
  fixes: ({ place }, flow) => {
    const cases = casesOf(flow.states.find(({ id }) => id === place.state));
    const index = Number(place.path?.split('.')[1]);
    const found = cases[index];
    if (!found) return [];
    const others = cases.filter((_, at) => at !== index);
    const isOnlyLate = found.condition.trim() !== 'false' && !others.some((item) => isSame(item, found));
    const withCases = (wanted: readonly Case[]) => () => ({ cases: wanted });
    return [
      ...(others.length > 0
        ? [safeFix('remove', 'Remove the case', (now) => changeInside(now, place, withCases(others)))]
        : []),
      ...(isOnlyLate
        ? [boldFix('first', 'Look at it first', (now) => changeInside(now, place, withCases([found, ...others])))]
        : []),
    ];
  },
};

type Case = Readonly<{ id: string; label?: string | undefined; condition: string }>;

function casesOf(state: FlowState | undefined): readonly Case[] {
  return state?.type === 'branch' ? state.data.cases : [];
}

function isSame(one: Case, other: Case): boolean {
  return one.condition.replace(/\s/g, '') === other.condition.replace(/\s/g, '');
}
