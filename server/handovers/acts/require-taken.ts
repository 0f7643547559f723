import type { PoolClient } from 'pg';
import type { Actor } from '../../auth/actor';
import { KnownError } from '../../errors';
import { type HeldConversation, type HeldHandover, holdConversation } from './store';
import { takenBy } from './take-over';

/**
 * The handover that an officer has, held until the transaction ends. Refuses with `record.conflict` when nobody has taken it,
 * or another officer has; an owner may act for any officer.
 */
export async function requireTaken(
  client: PoolClient,
  actor: Actor,
  contactId: string,
): Promise<HeldHandover & Pick<HeldConversation, 'channel' | 'timezone' | 'isOptedOut'>> {
  const held = await holdConversation(client, contactId);
  if (!held) throw new KnownError('record.notFound', 'There is no such contact, or it is another officer’s.');
  const { handover, ...contact } = held;
  if (handover?.status !== 'taken') {
    throw new KnownError('record.conflict', 'Nobody has taken this conversation over. Take it over first.');
  }
  if (handover.assigneeId !== actor.id && actor.role !== 'owner') throw takenBy(handover.assigneeName);
  return { ...handover, ...contact };
}
