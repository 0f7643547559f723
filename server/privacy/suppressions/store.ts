import { createHmac } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { ChannelId } from '../../channels/channel';
import { storableJson } from '../../inbox/storable-json';
import { blindIndexes } from '../../sealing/blind-index';
import { newKey } from '../sealing/seal';
import { insertKey, readKey } from '../sealing/store';

/** How somebody is known on a channel. */
export type Identity = {
  readonly channel: ChannelId;
  readonly phone?: string | null | undefined;
  readonly bsuid?: string | null | undefined;
};

const KEY = 'suppression';

/** Keeps, by keyed hashes, that somebody who is being forgotten must not be written to first. */
export async function suppress(client: PoolClient, identity: Identity, nowMs: number): Promise<void> {
  await insertKey(client, KEY, newKey());
  const key = await readKey(client, KEY);
  if (!key) throw new Error('The key of the suppression list is locked with a secret that is not known.');
  for (const hash of hashes(key, identity)) {
    await client.query(
      `INSERT INTO suppressions (channel, hash, at) VALUES ($1, $2, to_timestamp($3::float8 / 1000))
       ON CONFLICT (channel, hash) DO NOTHING`,
      [identity.channel, hash, nowMs],
    );
  }
}

/**
 * Where some of these people were forgotten before: a list that names them makes them contacts who have opted out, and a
 * message of their own makes them contacts who are answered and get no marketing.
 */
export async function keepSuppressed(
  client: Pool | PoolClient,
  people: readonly Identity[],
  because: 'listed' | 'wrote',
): Promise<void> {
  const key = await readKey(client, KEY);
  if (!key) return;
  const named = people.flatMap((person) =>
    hashes(key, person).map((hash) => ({
      hash,
      channel: person.channel,
      phone_hashes: blindIndexes('phone', person.phone),
      bsuid_hashes: blindIndexes('bsuid', person.bsuid),
    })),
  );
  const column = because === 'listed' ? 'opted_out_at' : 'marketing_stopped_at';
  await client.query(
    `UPDATE contacts c SET ${column} = COALESCE(c.${column}, s.at)
     FROM jsonb_to_recordset($1::jsonb) AS g(hash text, channel channel_name, phone_hashes text[], bsuid_hashes text[])
     JOIN suppressions s ON s.channel = g.channel AND s.hash = g.hash
     WHERE c.channel = g.channel AND (c.phone_hash = ANY(g.phone_hashes) OR c.bsuid_hash = ANY(g.bsuid_hashes))
       AND c.last_inbound_at IS NULL`,
    [storableJson(named)],
  );
}

function hashes(key: Buffer, { phone, bsuid }: Identity): readonly string[] {
  const hash = (kind: string, value: string) => createHmac('sha256', key).update(`${kind}:${value}`).digest('hex');
  return [...(phone ? [hash('phone', phone)] : []), ...(bsuid ? [hash('user', bsuid)] : [])];
}
