import type { ChannelId, Sender } from '../channels/channel';
import { inTransaction } from '../db/transaction';
import { insertContact, lockContactsOf, mergeContacts, setIdentity } from './store';

/**
 * The contact that a sender is, made or mended as needed, so that afterwards the given phone and user id point to it and to
 * nobody else. The user id names a person; a phone number can pass from one person to another.
 */
export async function resolveSender(channel: ChannelId, sender: Sender): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await resolveOnce(channel, sender);
    } catch (error) {
      // Somebody else made the same contact in this moment, or two such met crosswise: the next look finds it.
      if (attempt >= mostAttempts || !isCollision(error)) throw error;
    }
  }
}

const mostAttempts = 4;
const collisions = new Set(['23505', '40P01', '40001']); // unique_violation, deadlock_detected, serialization_failure

function isCollision(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && collisions.has(error.code);
}

async function resolveOnce(channel: ChannelId, sender: Sender): Promise<string> {
  const { phone, bsuid } = sender;
  if (phone === undefined && bsuid === undefined) throw new Error('A sender without phone and user id is nobody.');
  return inTransaction(async (client) => {
    const known = await lockContactsOf(client, channel, sender);
    const byBsuid = bsuid === undefined ? undefined : known.find((contact) => contact.bsuid === bsuid);
    const byPhone = phone === undefined ? undefined : known.find((contact) => contact.phone === phone);
    if (!byBsuid && !byPhone) return insertContact(client, channel, sender);
    if (!byBsuid && byPhone && bsuid !== undefined && byPhone.bsuid !== null) {
      // The number belongs to another person now.
      await setIdentity(client, byPhone.id, { phone: null });
      return insertContact(client, channel, sender);
    }
    if (!byBsuid && byPhone) {
      if (bsuid !== undefined) await setIdentity(client, byPhone.id, { bsuid });
      return byPhone.id;
    }
    if (!byBsuid) throw new Error('A contact was found by neither of its identifiers.');
    if (phone === undefined || byPhone?.id === byBsuid.id) return byBsuid.id;
    if (byPhone?.bsuid === null) await mergeContacts(client, byBsuid.id, byPhone.id);
    else if (byPhone) await setIdentity(client, byPhone.id, { phone: null });
    await setIdentity(client, byBsuid.id, { phone });
    return byBsuid.id;
  });
}
