import { type CancelledPlan, replanFollowUp } from '../../followups/plan/replan-follow-up';
import { derivedId } from '../ids';
import type { FollowUpRow, TurnCommit } from '../turn-commit';

/** A plan that was taken off the calendar. */
export type CancelledRow = CancelledPlan &
  Pick<FollowUpRow, 'id' | 'summary' | 'origin' | 'author' | 'authorId' | 'text'> & {
    readonly contactId: string;
    /** It had been planned again before: it comes back under its own id. */
    readonly isAgain: boolean | null;
    /** It was not in the outbox yet. */
    readonly isPlanned: boolean;
  };

/** What messages cancelled, planned again where their turns asked for nothing themselves. */
export function replanned(
  commits: readonly TurnCommit[],
  cancelled: readonly CancelledRow[],
): readonly (FollowUpRow & { readonly contactId: string })[] {
  return cancelled.flatMap((row) => {
    const commit = commits.find(({ contactId }) => contactId === row.contactId);
    if (!row.isPlanned || !commit?.replanning || commit.followUp) return [];
    const { turnId, sessionId, stateId } = commit.replanning;
    const plan = replanFollowUp(row, commit.replanning);
    if (!plan) return [];
    const { reason, wantedMs, dueMs, steps } = plan;
    const { contactId, summary, origin, author, authorId, text } = row;
    const id = row.isAgain === true ? row.id : derivedId('followUp', 'again', row.id);
    const at = { wantedAt: new Date(wantedMs).toISOString(), dueAt: new Date(dueMs).toISOString(), steps };
    return [{ id, contactId, sessionId, turnId, stateId, reason, summary, origin, author, authorId, text, ...at }];
  });
}
