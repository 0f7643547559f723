import type { FlowIssue } from '../../schema/flow-issue';

/** The first name that an issue's sentence quotes: of several issues at one place, only the sentence tells which this is. */
export function namedIn({ message }: FlowIssue): string {
  return /"([^"]+)"/.exec(message)?.[1] ?? '';
}
