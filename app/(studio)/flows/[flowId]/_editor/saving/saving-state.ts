import type { FlowClash, MergedFlow } from '@/flows/edit/merge-flows';
import type { Flow } from '@/flows/schema/flow';
import type { FlowIssue } from '@/flows/schema/flow-issue';

/** Where the changes of the draft are. In every state but `saved` they are kept in this browser too. */
export type SavingState =
  | Readonly<{ type: 'saved'; at: string | null }>
  | Readonly<{ type: 'saving' }>
  | Readonly<{ type: 'offline'; changes: number }>
  /** Both sides changed the same thing: a person decides, and nothing is sent until then. */
  | Readonly<{ type: 'conflict'; merged: MergedFlow; clashes: readonly FlowClash[]; theirs: Flow; revision: number }>
  /** It would remove most of the flow: a person must say that this is meant. */
  | Readonly<{ type: 'shrunk'; was: number; is: number }>
  | Readonly<{ type: 'refused'; issues: readonly FlowIssue[] }>;
