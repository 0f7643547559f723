import type { Pool, PoolClient } from 'pg';
import { getPool } from '../../db/pool';
import { currentKeyId, unwrapKey, type WrappedKey, wrapKey } from './wrapping';

/** Keeps a key, encrypted; of two that are kept under one id, the first stays. */
export async function insertKey(client: Pool | PoolClient, id: string, key: Buffer): Promise<void> {
  const { keyId, wrapped } = wrapKey(id, key);
  await client.query('INSERT INTO sealed_keys (id, key_id, wrapped) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING', [
    id,
    keyId,
    wrapped,
  ]);
}

/** The key; undefined when there is none, or when it is locked with a secret that nobody knows any more. */
export async function readKey(client: Pick<PoolClient, 'query'>, id: string): Promise<Buffer | undefined> {
  const { rows } = await client.query<WrappedKey>('SELECT key_id AS "keyId", wrapped FROM sealed_keys WHERE id = $1', [
    id,
  ]);
  return rows[0] && unwrapKey(id, rows[0]);
}

export async function deleteKey(client: PoolClient, id: string): Promise<void> {
  await client.query('DELETE FROM sealed_keys WHERE id = $1', [id]);
}

/** After the secret was changed: encrypts every key that the one before locks with today's. Says how many, and how many it can't. */
export async function rewrapKeys(): Promise<{ readonly rewrapped: number; readonly lost: number }> {
  const keyId = currentKeyId();
  const { rows } = await getPool().query<WrappedKey & { readonly id: string }>(
    'SELECT id, key_id AS "keyId", wrapped FROM sealed_keys WHERE key_id <> $1',
    [keyId],
  );
  let rewrapped = 0;
  for (const row of rows) {
    const key = unwrapKey(row.id, row);
    if (!key) continue;
    const { wrapped } = wrapKey(row.id, key);
    const change = [row.id, row.keyId, keyId, wrapped];
    await getPool().query('UPDATE sealed_keys SET key_id = $3, wrapped = $4 WHERE id = $1 AND key_id = $2', change);
    rewrapped += 1;
  }
  return { rewrapped, lost: rows.length - rewrapped };
}
