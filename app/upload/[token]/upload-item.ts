import type { ProblemCode } from '../_words';

/** A file in the customer's list. */
export type UploadItem = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly state:
    | { readonly type: 'waiting' }
    | { readonly type: 'sending'; readonly percent: number }
    | { readonly type: 'received' }
    | { readonly type: 'failed'; readonly code: ProblemCode; readonly canRetry: boolean };
};
