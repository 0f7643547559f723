import type { FlowIssue, IssueSeverity } from '@/flows/schema/flow-issue';

/** The issues of one state or rule, or of the flow as a whole. */
export type IssueGroup = Readonly<{
  owner: IssueOwner;
  issues: readonly FlowIssue[];
}>;

export type IssueOwner = Readonly<{ type: 'flow' }> | Readonly<{ type: 'state' | 'rule' | 'transition'; id: string }>;

/** The issues of a severity, or all, by what they belong to; in the order of the checks, and at most so many. */
export function groupIssues(issues: readonly FlowIssue[], severity: IssueSeverity | null, most: number): IssueGroup[] {
  const groups = new Map<string, { owner: IssueOwner; issues: FlowIssue[] }>();
  const wanted = issues.filter((issue) => severity === null || issue.severity === severity);
  // Two checks may find the very same; it is said once.
  const different = new Map(wanted.map((issue) => [keyOfIssue(issue), issue]));
  for (const issue of [...different.values()].slice(0, most)) {
    const owner = ownerOf(issue);
    const key = owner.type === 'flow' ? owner.type : `${owner.type}:${owner.id}`;
    const group = groups.get(key) ?? { owner, issues: [] };
    group.issues.push(issue);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function ownerOf({ place }: FlowIssue): IssueOwner {
  if (place.state !== undefined) return { type: 'state', id: place.state };
  if (place.rule !== undefined) return { type: 'rule', id: place.rule };
  return place.transition === undefined ? { type: 'flow' } : { type: 'transition', id: place.transition };
}

export type SeverityCounts = Readonly<Record<IssueSeverity, number>>;

/** How many issues there are of each severity. */
export function countSeverities(issues: readonly FlowIssue[]): SeverityCounts {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of issues) counts[severity] += 1;
  return counts;
}

/** The issues of a new check, each that says the same as before being the very same, so that it is not drawn again. */
export function keepSameIssues(before: readonly FlowIssue[], after: readonly FlowIssue[]): readonly FlowIssue[] {
  const known = new Map(before.map((issue) => [keyOfIssue(issue), issue]));
  const kept = after.map((issue) => known.get(keyOfIssue(issue)) ?? issue);
  return kept.length === before.length && kept.every((issue, index) => issue === before[index]) ? before : kept;
}

/** The same for an issue that stays from one check to the next. */
export function keyOfIssue({ code, severity, place, message }: FlowIssue): string {
  const { state, transition, rule, path, language } = place;
  return [code, severity, state, transition, rule, path, language, message].join('\n');
}

/** How many issues there are of each code. */
export function countByCode(issues: readonly FlowIssue[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of issues) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
