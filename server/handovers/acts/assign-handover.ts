import { recordAudit } from '../../audit/store';
import type { Actor } from '../../auth/actor';
import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import { findOfficer, holdConversation, insertLeadEvent, setAssignee, setLeadOwner } from './store';
import { takenBy } from './take-over';

/**
 * Gives a conversation that waits for an officer, or that one has, to another one. By who has it, or by an owner; a
 * conversation that nobody has yet may be given by any officer.
 */
export async function assignHandover(actor: Actor, contactId: string, userId: string, nowMs: number): Promise<void> {
  await inTransaction(async (client) => {
    const handover = (await holdConversation(client, contactId))?.handover;
    if (!handover) throw new KnownError('record.conflict', 'Nobody waits for an officer here. Take it over first.');
    const isTheirs = handover.status === 'requested' || handover.assigneeId === actor.id;
    if (!isTheirs && actor.role !== 'owner') throw takenBy(handover.assigneeName);
    if (!(await findOfficer(client, userId))) {
      throw new KnownError('request.invalid', 'This person takes no conversations. Choose an officer.');
    }
    if (handover.assigneeId === userId) return;
    await setAssignee(client, handover.id, { userId, isReroute: false, nowMs });
    if (handover.status === 'taken') await setLeadOwner(client, contactId, userId);
    const detail = { handoverId: handover.id, from: handover.assigneeId, to: userId };
    await insertLeadEvent(client, { contactId, kind: 'assigned', actorId: actor.id, detail, nowMs });
    await recordAudit(
      { actor, act: 'handover.reassigned', subject: { type: 'contact', id: contactId }, detail },
      client,
    );
  });
}
