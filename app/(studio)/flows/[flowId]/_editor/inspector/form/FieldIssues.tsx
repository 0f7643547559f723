import type { ReactElement } from 'react';
import { IssueList } from './IssueList';
import { useIssues } from './use-issues';

/** The issues at a path of the form that belong to no language. */
export function FieldIssues({ path }: { readonly path: string }): ReactElement | null {
  return <IssueList issues={useIssues(path)} />;
}
