import type { FlowIssue, IssuePlace } from '@/flows/schema/flow-issue';
import type { Owner } from '../owners/owner';

/** The issues at one path of an owner; with a language those of that language, without one those of none. */
export function issuesAt(
  issues: readonly FlowIssue[] | null,
  place: Owner['place'],
  path: string,
  language?: string,
): readonly FlowIssue[] {
  if (issues === null || place === null) return none;
  const own = byPath(issues).get(keyOf(place, path));
  return own?.filter((issue) => issue.place.language === language) ?? none;
}

/** All issues of an owner, those of a state's transitions included. */
export function issuesOf(issues: readonly FlowIssue[] | null, place: Owner['place']): readonly FlowIssue[] {
  if (issues === null || place === null) return none;
  return issues.filter((issue) => isOf(issue.place, place));
}

/** How many issues there are below a path. */
export function countIssuesBelow(issues: readonly FlowIssue[] | null, place: Owner['place'], path: string): number {
  const prefix = `${path}.`;
  return issuesOf(issues, place).filter((issue) => `${issue.place.path ?? ''}.`.startsWith(prefix)).length;
}

const none: readonly FlowIssue[] = [];
const indexes = new WeakMap<readonly FlowIssue[], ReadonlyMap<string, readonly FlowIssue[]>>();

function byPath(issues: readonly FlowIssue[]): ReadonlyMap<string, readonly FlowIssue[]> {
  const known = indexes.get(issues);
  if (known) return known;
  const index = new Map<string, FlowIssue[]>();
  for (const issue of issues) {
    const key = keyOf(issue.place, issue.place.path ?? '');
    const list = index.get(key);
    if (list) list.push(issue);
    else index.set(key, [issue]);
  }
  indexes.set(issues, index);
  return index;
}

function keyOf(place: Pick<IssuePlace, 'state' | 'rule'>, path: string): string {
  return place.rule === undefined ? `state:${place.state} ${path}` : `rule:${place.rule} ${path}`;
}

function isOf(place: IssuePlace, owner: NonNullable<Owner['place']>): boolean {
  return 'state' in owner ? place.state === owner.state : place.rule === owner.rule;
}
