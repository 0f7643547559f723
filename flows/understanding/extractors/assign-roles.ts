import { ROLES } from './amount-cues';

type Assignment = Readonly<{ total: number; roles: readonly (number | null)[] }>;

/**
 * Which role each amount has, as an index into ROLES, or null for none: of all ways to give every slot to one amount at
 * most, the one with the highest sum of scores, so that in "income 50k EMI 10k" each amount goes to its own word.
 * `scores` holds for each amount the score of each role.
 */
export function assignRoles(scores: readonly (readonly number[])[]): readonly (number | null)[] {
  // By the set of slots that are taken, the best assignment of the amounts so far: few roles, so few sets.
  let best = new Map<number, Assignment>([[0, { total: 0, roles: [] }]]);
  for (const row of scores) {
    const next = new Map<number, Assignment>();
    for (const [taken, { total, roles }] of best) {
      keepBetter(next, taken, { total, roles: [...roles, null] });
      for (const [role, score] of row.entries()) {
        const bit = ROLES[role] === 'no_fact' ? 0 : 1 << role;
        if (score < LOWEST_SCORE || (taken & bit) !== 0) continue;
        keepBetter(next, taken | bit, { total: total + score, roles: [...roles, role] });
      }
    }
    best = next;
  }
  return [...best.values()].reduce((left, right) => (right.total > left.total ? right : left)).roles;
}

const LOWEST_SCORE = 0.12;

function keepBetter(best: Map<number, Assignment>, taken: number, candidate: Assignment): void {
  const known = best.get(taken);
  if (known === undefined || candidate.total > known.total) best.set(taken, candidate);
}
