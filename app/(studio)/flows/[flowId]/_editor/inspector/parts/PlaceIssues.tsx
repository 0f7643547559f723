import type { ReactElement } from 'react';
import type { FlowIssue } from '@/flows/schema/flow-issue';
import { useEditor, useEditorStore } from '../../editor-context';
import { IssueList } from '../form/IssueList';
import { issuesOf } from '../form/issues-at';
import { valueAt } from '../form/value-at';
import type { Owner } from '../owners/owner';

type Props = {
  readonly owner: Owner;
  /** Ids that issues name as their path and that are shown elsewhere: outcomes. */
  readonly shownElsewhere?: readonly string[];
};

/** The issues of a state or a rule that no field of its form shows. */
export function PlaceIssues({ owner, shownElsewhere = [] }: Props): ReactElement | null {
  const store = useEditorStore();
  const issues = useEditor((state) => state.issues);
  const root = owner.rootOf(store.getState().flow);
  const own = issuesOf(issues, owner.place).filter(
    (issue) => !hasField(issue, root) && !shownElsewhere.includes(issue.place.path ?? ''),
  );
  if (own.length === 0) return null;
  return (
    <div className="px-4 pb-4">
      <IssueList issues={own} />
    </div>
  );
}

function hasField({ place }: FlowIssue, root: unknown): boolean {
  if (place.transition !== undefined) return true;
  return place.path !== undefined && valueAt(root, place.path) !== undefined;
}
