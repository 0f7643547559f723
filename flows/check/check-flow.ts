import type { Flow } from '../schema/flow';
import type { FlowIssue, IssuePlace, IssueSeverity } from '../schema/flow-issue';
import { issuesOfRule } from './check-rule';
import { type CheckOptions, prepareFlow } from './checked-flow';
import { rules } from './rules';

/**
 * Everything an author should know about a flow before it is published, sorted by place: the flow as a whole, its
 * rules, then its states as they stand in the document. The flow is taken as parsed by its schema.
 */
export function checkFlow(flow: Flow, options: CheckOptions = {}): FlowIssue[] {
  const checked = prepareFlow(flow, options);
  const issues = rules.flatMap((rule) => issuesOfRule(rule, checked));
  return issues.sort(byPlace(flow));
}

/** True when nothing found forbids publishing. */
export function isPublishable(issues: readonly FlowIssue[]): boolean {
  return issues.every(({ severity }) => severity !== 'error');
}

const weight: Readonly<Record<IssueSeverity, number>> = { error: 0, warning: 1, hint: 2 };

function byPlace(flow: Flow): (one: FlowIssue, other: FlowIssue) => number {
  const order = new Map(flow.states.map(({ id }, index) => [id, index]));
  const rank = ({ state, transition, rule }: IssuePlace): number => {
    if (state !== undefined) return 1 + (order.get(state) ?? flow.states.length);
    return rule !== undefined ? 0.5 : transition !== undefined ? flow.states.length + 2 : 0;
  };
  return (one, other) =>
    rank(one.place) - rank(other.place) ||
    compareText(one.place.rule, other.place.rule) ||
    comparePath(one.place.path, other.place.path) ||
    compareText(one.place.transition, other.place.transition) ||
    compareText(one.place.language, other.place.language) ||
    weight[one.severity] - weight[other.severity] ||
    compareText(one.code, other.code);
}

/** By code unit: the same order on every machine. */
function compareText(one = '', other = ''): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Part by part, numbers as numbers: "wants.2" comes before "wants.10". */
function comparePath(one = '', other = ''): number {
  const ones = one.split('.');
  const others = other.split('.');
  for (const [index, part] of ones.entries()) {
    const counterpart = others[index] ?? '';
    const difference = Number(part) - Number(counterpart) || compareText(part, counterpart);
    if (difference !== 0) return difference;
  }
  return ones.length - others.length;
}
