import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import { newKey } from '../../privacy/sealing/seal';
import { insertKey, readKey } from '../../privacy/sealing/store';

/**
 * The one key of message ids: made when it is first asked for, and the same for all processes and under every secret. Refuses with
 * `secret.unknown` where it is locked with a secret that is not known: with another one every repeated message would be a new one.
 */
export function messageKey(): Promise<Buffer> {
  return inTransaction(async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [keyLock]); // of two that make one, the second takes the first's
    await insertKey(client, MESSAGE_KEY, newKey()); // the first one stays
    const key = await readKey(client, MESSAGE_KEY);
    if (!key)
      throw new KnownError('secret.unknown', 'The key of message ids is locked with a secret that is not known.');
    return key;
  });
}

/** Under what it is kept. */
export const MESSAGE_KEY = 'messageIds';
const keyLock = 4_711_021;
