import type { ImportProblem } from './import-problem';

/** What a dry run found in a file, or what the import did. Rows are counted, not people. */
export type ImportReport = {
  readonly rows: number;
  /** Rows that are taken in. */
  readonly good: number;
  /** Of the good ones: people who are contacts already, and people who become one. */
  readonly known: number;
  readonly new: number;
  /** Why rows are left out, or their people not written to. */
  readonly problems: readonly { readonly code: ImportProblem; readonly count: number }[];
};
