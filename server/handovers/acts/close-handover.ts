import { recordAudit } from '../../audit/store';
import type { Actor } from '../../auth/actor';
import { inTransaction } from '../../db/transaction';
import { resumeFollowUps } from '../../followups/officer/pause/store';
import type { LeadStage } from '../../leads/lead-stage';
import type { HandoverOutcome } from '../handover-outcome';
import { requireTaken } from './require-taken';
import { insertLeadEvent, setClosed, setLeadOutcome } from './store';

export type Closing = { readonly contactId: string; readonly outcome: HandoverOutcome; readonly note: string };

/**
 * Ends a conversation that the officer has, with its outcome; the lead keeps it, and goes to the stage that says so. The bot
 * answers again when the customer writes.
 */
export async function closeHandover(actor: Actor, { contactId, outcome, note }: Closing, nowMs: number): Promise<void> {
  await inTransaction(async (client) => {
    const { id } = await requireTaken(client, actor, contactId);
    await setClosed(client, id, { by: actor.id, outcome, note, nowMs });
    await setLeadOutcome(client, contactId, { outcome, stage: stages[outcome] ?? null, by: actor.id, nowMs });
    await resumeFollowUps(contactId, client);
    const detail = { outcome, handoverId: id };
    await insertLeadEvent(client, { contactId, kind: 'outcome', actorId: actor.id, detail, nowMs });
    await recordAudit({ actor, act: 'handover.closed', subject: { type: 'contact', id: contactId }, detail }, client);
  });
}

/** Somebody who wants a call back stays where they are. */
const stages: Partial<Record<HandoverOutcome, LeadStage>> = {
  qualified: 'completed',
  notEligible: 'not_interested',
  notInterested: 'not_interested',
  duplicate: 'not_interested',
};
