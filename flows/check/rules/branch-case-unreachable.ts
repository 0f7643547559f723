import { parseExpression } from '../../expressions/parse';
import { printExpression } from '../../expressions/print';
import type { CheckRule, Finding } from '../check-rule';

/** The first case that holds is taken, so the same condition again, or one behind "true", never is. */
export const branchCaseUnreachable: CheckRule = {
  code: 'branch.case_unreachable',
  severity: 'hint',
  find: ({ states }) =>
    [...states.values()].flatMap(({ id, state }) => {
      if (state.type !== 'branch') return [];
      const earlier = new Map<string, string>();
      return state.data.cases.flatMap(({ id: name, condition }, index): Finding[] => {
        const plain = plainly(condition);
        const hiding = earlier.get('true') ?? earlier.get(plain);
        if (!earlier.has(plain)) earlier.set(plain, name);
        const place = { state: id, path: `cases.${index}.condition` };
        const fix = 'Change its condition, or remove the case.';
        if (plain === 'false')
          return [{ place, message: `The case "${name}" is never taken: "false" never holds.`, fix }];
        if (hiding === undefined) return [];
        return [
          {
            place,
            message: `The case "${name}" is never taken: "${hiding}" comes before it and holds when it does.`,
            fix,
          },
        ];
      });
    }),
};

/** The condition as it would be printed, so that spaces and quotes make no difference. */
function plainly(condition: string): string {
  const parsed = parseExpression(condition);
  return parsed.ok ? printExpression(parsed.expression) : condition;
}
