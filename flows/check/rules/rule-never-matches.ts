import type { FlowRule } from '../../schema/flow';
import type { CheckRule } from '../check-rule';

/** The first rule that fits is applied, so a rule behind others that take all its intents never is. */
export const ruleNeverMatches: CheckRule = {
  code: 'rule.never_matches',
  severity: 'hint',
  find: ({ flow }) =>
    flow.rules
      .filter((rule, index) => isHidden(rule, flow.rules.slice(0, index)))
      .map(({ id }) => ({
        place: { rule: id },
        message: `The rule "${id}" is never applied: rules before it take all its intents.`,
        fix: 'Move it up, give the earlier rule a condition, or remove it.',
      })),
};

function isHidden(rule: FlowRule, earlier: readonly FlowRule[]): boolean {
  return rule.intents.every((intent) =>
    earlier.some(
      (other) =>
        !other.condition &&
        other.intents.includes(intent) &&
        other.except.every((state) => rule.except.includes(state)),
    ),
  );
}
