import type { PoolClient } from 'pg';
import { getPool } from '../../../db/pool';
import { blindIndex } from '../../../sealing/blind-index';

const DAY_MS = 86_400_000;
const AGAIN_DAYS = 7; // Meta sends a webhook again "over the next 7 days", Webhooks, "Delivery frequency"

/** Keeps, by keyed hashes, which messages are gone: told again they must not make a new contact. `server/inbox` asks. */
export async function rememberErased(client: PoolClient, channelIds: readonly string[], nowMs: number): Promise<void> {
  await client.query(
    `INSERT INTO erased_messages (hash, until) SELECT DISTINCT hash, to_timestamp($2::float8 / 1000)
     FROM unnest($1::text[]) AS hash ON CONFLICT (hash) DO NOTHING`,
    [channelIds.map((id) => blindIndex('message', id)), nowMs + AGAIN_DAYS * DAY_MS],
  );
}

/** The channel tells of them no more. */
export async function forgetErased(nowMs: number): Promise<void> {
  await getPool().query('DELETE FROM erased_messages WHERE until <= to_timestamp($1::float8 / 1000)', [nowMs]);
}
