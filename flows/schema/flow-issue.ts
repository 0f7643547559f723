/** Where an issue is. `path` lies inside the state's data or inside the rule ("questions.0.ask.1.text"). */
export type IssuePlace = Readonly<{
  state?: string;
  transition?: string;
  rule?: string;
  path?: string;
  language?: string;
}>;

export type IssueSeverity = 'error' | 'warning' | 'hint';

/** Something an author should know about a flow. `code` is `noun.problem` and never changes its meaning. */
export type FlowIssue = Readonly<{
  code: string;
  severity: IssueSeverity;
  place: IssuePlace;
  /** What is wrong, in a plain sentence. */
  message: string;
  /** What to do about it. */
  fix: string;
}>;

/** An error at a place. */
export function flowError(code: string, place: IssuePlace, message: string, fix: string): FlowIssue {
  return { code, severity: 'error', place, message, fix };
}
