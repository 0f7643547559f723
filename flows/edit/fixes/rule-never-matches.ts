import { removeRule } from '../rules';
import { boldFix, type FixRule, safeFix } from './fix';

/** A rule that is never applied goes, or comes first. */
export const ruleNeverMatches: FixRule = {
  code: 'rule.never_matches',
  fixes: ({ place }) => [
    safeFix('remove', 'Remove the rule', (flow) => removeRule(flow, place.rule ?? '')),
    boldFix('first', 'Look at it first', (flow) => ({
      ...flow,
      rules: [...flow.rules.filter(({ id }) => id === place.rule), ...flow.rules.filter(({ id }) => id !== place.rule)],
    })),
  ],
};
