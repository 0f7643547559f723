import type { PoolClient } from 'pg';
import { getPool } from '../../db/pool';
import { sealText } from '../../sealing/seal-column';
import type { ScheduledMessage } from '../inbox-views';

export type NewScheduled = {
  readonly id: string;
  readonly contactId: string;
  readonly authorId: string;
  readonly text: string;
  readonly at: string;
};

/** Adds it; one whose id is there already is left alone. */
export async function insertScheduled({ id, contactId, authorId, text, at }: NewScheduled): Promise<void> {
  await getPool().query(
    `INSERT INTO scheduled_messages (id, contact_id, author_id, text, due_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (id) DO NOTHING`,
    [id, contactId, authorId, sealText('scheduled_messages.text', text), at],
  );
}

/** What is to be sent to a contact later, and what could not be sent in the last days; the next one first. */
export async function selectScheduled(contactId: string, now: Date): Promise<readonly ScheduledMessage[]> {
  const { rows } = await getPool().query<ScheduledMessage>(
    `SELECT s.id, s.text, to_char(s.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, s.problem,
       jsonb_build_object('id', s.author_id, 'name', COALESCE(u.name, '')) AS author
     FROM scheduled_messages s LEFT JOIN users u ON u.id = s.author_id
     WHERE s.contact_id = $1 AND (s.status = 'planned' OR s.status = 'failed' AND s.due_at > $2::timestamptz - interval '7 days')
     ORDER BY s.due_at, s.id LIMIT 100`,
    [contactId, now],
  );
  return rows;
}

/** Takes it back, also one that failed. Says whether it was still there. */
export async function cancelScheduled(contactId: string, id: string): Promise<boolean> {
  const { rowCount } = await getPool().query(
    `UPDATE scheduled_messages SET status = 'cancelled' WHERE id = $1 AND contact_id = $2 AND status IN ('planned', 'failed')`,
    [id, contactId],
  );
  return rowCount === 1;
}

export type DueScheduled = {
  readonly id: string;
  readonly contactId: string;
  readonly authorId: string;
  readonly text: string;
};

export async function selectDue(now: Date, most: number): Promise<readonly DueScheduled[]> {
  const { rows } = await getPool().query<DueScheduled>(
    `SELECT id, contact_id AS "contactId", author_id AS "authorId", text FROM scheduled_messages
     WHERE status = 'planned' AND due_at <= $1 ORDER BY due_at, id LIMIT $2`,
    [now, most],
  );
  return rows;
}

/** It is sent with the transaction that calls this. Says whether it is still to be sent: not taken back, nor sent by another. */
export async function claimScheduled(client: PoolClient, id: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE scheduled_messages SET status = 'sent', problem = NULL WHERE id = $1 AND status = 'planned'`,
    [id],
  );
  return rowCount === 1;
}

/** It could not be sent; `problem` says why. */
export async function settleFailed(id: string, problem: string): Promise<void> {
  await getPool().query(
    `UPDATE scheduled_messages SET status = 'failed', problem = $2 WHERE id = $1 AND status = 'planned'`,
    [id, problem],
  );
}
