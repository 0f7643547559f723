import { recordAudit } from '../../audit/store';
import type { Actor } from '../../auth/actor';
import { inTransaction } from '../../db/transaction';
import { resumeFollowUps } from '../../followups/officer/pause/store';
import { ring } from '../../inbox/bells';
import type { LeadStage } from '../../leads/lead-stage';
import type { HandoverOutcome } from '../handover-outcome';
import { cancelPlansOfFlow, putPlansOff } from './plans/store';
import { requireTaken } from './require-taken';
import { stopClock } from './session/store';
import { fenceOff, insertLeadEvent, setClosed, setLeadOutcome } from './store';

export type Closing = { readonly contactId: string; readonly outcome: HandoverOutcome; readonly note: string };

/**
 * Ends a conversation that the officer has, with its outcome; the lead keeps it, and goes to the stage that says so. The bot
 * answers again when the customer writes. Until then only a follow-up that an officer planned is sent; for somebody who wants a
 * call back also that of the flow.
 */
export async function closeHandover(actor: Actor, { contactId, outcome, note }: Closing, nowMs: number): Promise<void> {
  await inTransaction(async (client) => {
    const { id } = await requireTaken(client, actor, contactId);
    // A turn under way would keep what they write now for an officer who is not there any more.
    await fenceOff(client, contactId);
    await setClosed(client, id, { by: actor.id, outcome, note, nowMs });
    await setLeadOutcome(client, contactId, { outcome, stage: stages[outcome] ?? null, by: actor.id, nowMs });
    await stopClock(client, contactId);
    if (outcome !== 'callBack') await cancelPlansOfFlow(client, contactId);
    await putPlansOff(client, contactId, nowMs);
    await resumeFollowUps(contactId, client);
    const detail = { outcome, handoverId: id };
    await insertLeadEvent(client, { contactId, kind: 'outcome', actorId: actor.id, detail, nowMs });
    await recordAudit({ actor, act: 'handover.closed', subject: { type: 'contact', id: contactId }, detail }, client);
  });
  ring('turns');
}

/** Somebody who wants a call back stays where they are. */
const stages: Partial<Record<HandoverOutcome, LeadStage>> = {
  qualified: 'completed',
  notEligible: 'not_interested',
  notInterested: 'not_interested',
  duplicate: 'not_interested',
};
