import type { Flow } from '../../schema/flow';
import type { FlowIssue } from '../../schema/flow-issue';
import type { Fix } from './fix';
import { fixRules } from './index';

/** The ways to put an issue right by one act, the likeliest first; none where only a person knows what is meant. */
export function fixesFor(issue: FlowIssue, flow: Flow): readonly Fix[] {
  return rulesByCode.get(issue.code)?.fixes(issue, flow) ?? [];
}

/** Puts all issues right that can be by the fix with this id. */
export function fixAll(flow: Flow, issues: readonly FlowIssue[], fixId: string): Flow {
  // From the last to the first, so that what is removed from a list does not move those that are still to come.
  return issues.toReversed().reduce((fixed, issue) => {
    const fix = fixesFor(issue, fixed).find(({ id }) => id === fixId);
    return fix?.kind === 'change' ? fix.change(fixed) : fixed;
  }, flow);
}

const rulesByCode: ReadonlyMap<string, (typeof fixRules)[number]> = new Map(fixRules.map((rule) => [rule.code, rule]));
