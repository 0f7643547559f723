import type { PoolClient } from 'pg';
import { recordAudit } from '../../audit/store';
import type { Actor } from '../../auth/actor';
import { newId } from '../../conversation/ids';
import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import { pauseFollowUps } from '../../followups/officer/pause/store';
import { ring } from '../../inbox/bells';
import { requireVisible } from '../../leads/visibility/store';
import { readTaker } from '../who/store';
import {
  cancelQueued,
  fenceOff,
  type HeldConversation,
  holdConversation,
  insertHandover,
  insertLeadEvent,
  setLeadOwner,
  setTaken,
} from './store';

/**
 * Takes a conversation over, all at once: the officer has it, a turn under way can't be committed any more, and nothing that
 * the bot had in line leaves. Of two officers one wins; the other is told who (`record.conflict`). Taking what one has changes
 * nothing.
 */
export async function takeOver(actor: Actor, contactId: string, nowMs: number): Promise<void> {
  const taker = await readTaker(contactId);
  if (taker !== null && taker.id !== actor.id) throw takenBy(taker.name);
  await requireVisible(actor, contactId);
  await inTransaction(async (client) => {
    const held = await holdConversation(client, contactId);
    if (!held) throw new KnownError('record.notFound', 'There is no such contact, or it is another officer’s.');
    if (held.handover?.status === 'taken') {
      if (held.handover.assigneeId === actor.id) return;
      throw takenBy(held.handover.assigneeName);
    }
    await take(client, actor, contactId, held, nowMs);
  });
  ring('turns');
}

/** What somebody is told who wants to act on a conversation that another officer has. */
export function takenBy(name: string | null): KnownError {
  return new KnownError('record.conflict', `${name ?? 'Another officer'} has taken this over.`);
}

async function take(
  client: PoolClient,
  actor: Actor,
  contactId: string,
  { handover }: HeldConversation,
  nowMs: number,
): Promise<void> {
  const id = handover?.id ?? newId();
  await fenceOff(client, contactId);
  const cancelled = await cancelQueued(client, contactId);
  await pauseFollowUps(contactId, client);
  if (handover) await setTaken(client, id, actor.id, nowMs);
  else {
    const opened = {
      id,
      contactId,
      askedBy: 'officer',
      summary: '',
      status: 'taken',
      assigneeId: actor.id,
    } as const;
    await insertHandover(client, { ...opened, nowMs });
  }
  await setLeadOwner(client, contactId, actor.id);
  await insertLeadEvent(client, {
    contactId,
    kind: 'handover',
    actorId: actor.id,
    detail: { what: 'taken', handoverId: id },
    nowMs,
  });
  const subject = { type: 'contact', id: contactId } as const;
  await recordAudit({ actor, act: 'handover.taken', subject, detail: { handoverId: id, cancelled } }, client);
}
