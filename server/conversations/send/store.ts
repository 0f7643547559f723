import type { PoolClient } from 'pg';
import { getPool } from '../../db/pool';

/** Whether a message is in the chat already. */
export async function isSent(messageId: string): Promise<boolean> {
  const { rowCount } = await getPool().query('SELECT FROM messages WHERE id = $1', [messageId]);
  return rowCount === 1;
}

/** An officer has answered: the service clock stops, and what they answered they have read. */
export async function noteAnswered(
  client: PoolClient,
  contactId: string,
  userId: string,
  nowMs: number,
): Promise<void> {
  await client.query(
    `UPDATE handovers SET answered_at = COALESCE(answered_at, to_timestamp($2::float8 / 1000))
     WHERE contact_id = $1 AND status = 'taken'`,
    [contactId, nowMs],
  );
  await client.query(
    `INSERT INTO conversation_reads AS r (user_id, contact_id, position)
     SELECT $2, contact_id, last_position FROM conversations WHERE contact_id = $1
     ON CONFLICT (user_id, contact_id) DO UPDATE SET position = GREATEST(r.position, excluded.position)`,
    [contactId, userId],
  );
}
