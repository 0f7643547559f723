import type { FlowIssue, IssuePlace, IssueSeverity } from '../schema/flow-issue';
import type { CheckedFlow } from './checked-flow';

/** One thing that a rule found; `severity` only where this one weighs differently from the rule's others. */
export type Finding = Readonly<{ place: IssuePlace; message: string; fix: string; severity?: IssueSeverity }>;

/** One rule, one code. It reads a flow that its schema accepted, and must be total and fast. */
export type CheckRule = Readonly<{
  code: string;
  severity: IssueSeverity;
  find: (flow: CheckedFlow) => readonly Finding[];
}>;

export function issuesOfRule(rule: CheckRule, flow: CheckedFlow): FlowIssue[] {
  return rule.find(flow).map(({ place, message, fix, severity }) => ({
    code: rule.code,
    severity: severity ?? rule.severity,
    place,
    message,
    fix,
  }));
}
