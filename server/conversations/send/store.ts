import type { PoolClient } from 'pg';
import { getPool } from '../../db/pool';

/** Whether a message is in the chat already. */
export async function isSent(messageId: string): Promise<boolean> {
  const { rowCount } = await getPool().query('SELECT FROM messages WHERE id = $1', [messageId]);
  return rowCount === 1;
}

/** Whether the channel's id is of a message of this contact: one that came in, or one that we sent. */
export async function isQuotable(contactId: string, externalId: string): Promise<boolean> {
  const { rowCount } = await getPool().query(
    `SELECT FROM inbox_entries i JOIN contacts c ON c.channel = i.channel
       WHERE c.id = $1 AND i.contact_id = $1 AND i.external_id = $2 AND i.kind = 'message'
     UNION ALL SELECT FROM outbox_entries WHERE contact_id = $1 AND external_id = $2 LIMIT 1`,
    [contactId, externalId],
  );
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
