import type { PoolClient } from 'pg';
import type { ChannelId, Sender } from '../channels/channel';
import { lockContactsOf, mergeContacts, setIdentity } from './store';

/**
 * A person goes on under a new number or user id: their contact keeps its history and gets the new ones. Where somebody
 * wrote under the new ones already, both become one. Does nothing for a person we don't know.
 */
export async function changeIdentity(
  client: PoolClient,
  channel: ChannelId,
  previous: Sender,
  next: Sender,
): Promise<void> {
  const [known] = await lockContactsOf(client, channel, previous);
  if (!known) return;
  for (const other of await lockContactsOf(client, channel, next)) {
    if (other.id === known.id) continue;
    const isSamePerson = next.bsuid === undefined || other.bsuid === null || other.bsuid === next.bsuid;
    if (isSamePerson) await mergeContacts(client, known.id, other.id);
    else await setIdentity(client, other.id, { phone: null }); // the number was somebody else's before
  }
  // A number that was left is nobody's: what we send there might reach a stranger.
  await setIdentity(client, known.id, {
    phone: next.phone ?? null,
    ...(next.bsuid === undefined ? {} : { bsuid: next.bsuid }),
  });
}
