import type { Actor } from '../../auth/actor';
import { newId } from '../../conversation/ids';
import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import { routeHandovers } from '../routing/route-handovers';
import { holdConversation, insertHandover, insertLeadEvent } from './store';
import { takenBy } from './take-over';

/** An officer asks for somebody to talk to a customer. Where one was asked for already, nothing changes. */
export async function requestHandover(actor: Actor, contactId: string, summary: string, nowMs: number): Promise<void> {
  await inTransaction(async (client) => {
    const held = await holdConversation(client, contactId);
    if (!held) throw new KnownError('record.notFound', 'There is no such contact, or it is another officer’s.');
    if (held.handover?.status === 'taken') throw takenBy(held.handover.assigneeName);
    if (held.handover) return;
    const id = newId();
    const asked = { id, contactId, askedBy: 'officer', summary, status: 'requested', assigneeId: null } as const;
    await insertHandover(client, { ...asked, nowMs });
    const detail = { what: 'requested', handoverId: id };
    await insertLeadEvent(client, { contactId, kind: 'handover', actorId: actor.id, detail, nowMs });
  });
  await routeHandovers(nowMs);
}
