import { z } from 'zod';
import { createKeptStore } from '../../../../_storage/create-kept-store';

const issueFilter = z.enum(['all', 'error', 'warning', 'hint']);
export type IssueFilter = z.infer<typeof issueFilter>;

/** Which issues are listed: the same when one comes back from a place that was put right. */
export const keptIssueFilter = createKeptStore<IssueFilter>({
  storage: () => sessionStorage,
  key: 'vaarta.issue-filter',
  schema: issueFilter,
  empty: 'all',
});
