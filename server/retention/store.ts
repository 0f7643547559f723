import type pg from 'pg';
import { getPool } from '../db/pool';
import { inTransaction } from '../db/transaction';
import type { RetentionSettings } from './retention-settings';

/** What is kept for how long, as of a moment (ms since the epoch). */
export type Keeping = { readonly settings: RetentionSettings; readonly nowMs: number };

/** Contacts whose conversation has been kept long enough, in the order of their ids, from after `after` on. */
export async function selectForgettable(keeping: Keeping, after: string, most: number): Promise<readonly string[]> {
  const { rows } = await getPool().query<{ readonly id: string }>(
    `${forgettable} AND c.id > $7 ORDER BY c.id LIMIT $8`,
    [...valuesOf(keeping), after, most],
  );
  return rows.map(({ id }) => id);
}

/**
 * Forgets what was said with a contact, unless something has happened since it was selected. The contact itself stays: its
 * consents and its opt-out hang on it. Says whether it was forgotten.
 */
export async function forgetConversation(keeping: Keeping, contactId: string): Promise<boolean> {
  return inTransaction(async (client) => {
    // In the order in which a turn's commit takes them. Whoever wants to write first, and whoever has just written, waits.
    await client.query('SELECT 1 FROM turn_queue WHERE contact_id = $1 FOR UPDATE', [contactId]);
    await client.query('SELECT 1 FROM contacts WHERE id = $1 FOR UPDATE', [contactId]);
    const { rowCount } = await client.query(`${forgettable} AND c.id = $7`, [...valuesOf(keeping), contactId]);
    if (rowCount === 0) return false;
    // A turn that somebody has begun all the same is refused when it is committed.
    await client.query('UPDATE turn_queue SET fence = fence + 1 WHERE contact_id = $1', [contactId]);
    for (const statement of forgetting) await client.query(statement, [contactId]);
    return true;
  });
}

// What hangs on messages (what was sent) and on sessions (turns, and what was counted of them) goes with them; ended follow-ups
// have days of their own.
const forgetting = [
  'UPDATE follow_ups SET session_id = NULL WHERE contact_id = $1',
  `UPDATE message_costs c SET delivered = o.delivery IN ('delivered', 'read', 'played')
   FROM outbox_entries o WHERE o.id = c.outbox_id AND c.contact_id = $1`,
  'DELETE FROM messages WHERE contact_id = $1',
  'DELETE FROM flow_sessions WHERE contact_id = $1',
  'DELETE FROM turns WHERE contact_id = $1',
  'DELETE FROM leads WHERE contact_id = $1',
  `DELETE FROM inbox_entries WHERE contact_id = $1 AND status <> 'pending'`,
  'DELETE FROM upload_links WHERE contact_id = $1',
  'DELETE FROM handovers WHERE contact_id = $1',
  'DELETE FROM lead_events WHERE contact_id = $1',
  'DELETE FROM notes WHERE contact_id = $1',
  'DELETE FROM tasks WHERE contact_id = $1',
  'DELETE FROM scheduled_messages WHERE contact_id = $1',
  'DELETE FROM conversations WHERE contact_id = $1',
  'DELETE FROM conversation_reads WHERE contact_id = $1',
  `UPDATE campaign_recipients r SET content = NULL FROM campaigns c
   WHERE c.id = r.campaign_id AND c.status IN ('done', 'cancelled') AND r.contact_id = $1`,
  `UPDATE contacts SET entry = NULL, reply_hours = '{}' WHERE id = $1`,
] as const;

// $1 now in ms, $2 days of prospects, $3 of those who don't want a loan, $4 of those who came to the end, $5 and $6 the states
// of these. Nobody is forgotten for whom something is still to be done.
const forgettable = `
  SELECT c.id FROM contacts c
  LEFT JOIN LATERAL (SELECT at FROM messages m WHERE m.contact_id = c.id ORDER BY position DESC LIMIT 1) m ON true
  LEFT JOIN LATERAL (SELECT updated_at, state_id FROM flow_sessions s WHERE s.contact_id = c.id
    ORDER BY updated_at DESC LIMIT 1) s ON true
  WHERE COALESCE(m.at, s.updated_at) IS NOT NULL
    AND GREATEST(m.at, s.updated_at, c.last_inbound_at, c.reached_at)
      < to_timestamp($1::float8 / 1000) - make_interval(days => CASE
        WHEN s.state_id = ANY($6) OR EXISTS (SELECT 1 FROM handovers h WHERE h.contact_id = c.id) THEN $4::int
        WHEN s.state_id = ANY($5) OR c.opted_out_at IS NOT NULL THEN $3::int ELSE $2::int END)
    AND NOT EXISTS (SELECT 1 FROM turn_queue q WHERE q.contact_id = c.id AND (q.owner IS NOT NULL OR q.due_at IS NOT NULL))
    AND NOT EXISTS (SELECT 1 FROM inbox_entries i WHERE i.contact_id = c.id AND i.status = 'pending')
    AND NOT EXISTS (SELECT 1 FROM outbox_entries o WHERE o.contact_id = c.id AND o.status IN ('queued', 'dispatching'))
    AND NOT EXISTS (SELECT 1 FROM follow_ups f WHERE f.contact_id = c.id AND f.status IN ('planned', 'queued'))
    AND NOT EXISTS (SELECT 1 FROM scheduled_messages p WHERE p.contact_id = c.id AND p.status = 'planned')
    AND NOT EXISTS (SELECT 1 FROM handovers o WHERE o.contact_id = c.id AND o.status = 'taken')
    AND NOT EXISTS (SELECT 1 FROM flow_sessions w WHERE w.contact_id = c.id AND w.wake_at IS NOT NULL)`;

function valuesOf({ settings, nowMs }: Keeping): readonly unknown[] {
  const { prospectDays, notInterestedDays, completedDays, notInterestedStates, completedStates } = settings;
  return [nowMs, prospectDays, notInterestedDays, completedDays, notInterestedStates, completedStates];
}

const BATCH = 2_000;

/** Deletes follow-ups that ended so many days ago. Says how many. */
export function deleteEndedFollowUps(nowMs: number, days: number): Promise<number> {
  return deleteInBatches(
    `DELETE FROM follow_ups WHERE id IN (SELECT id FROM follow_ups WHERE status NOT IN ('planned', 'queued')
       AND GREATEST(created_at, updated_at, sent_at, answered_at) < ${daysAgo} LIMIT ${BATCH})`,
    [nowMs, days],
  );
}

/** Deletes the rows of files that were brought in so many days ago; the import, with what came of it, stays. */
export function deleteImportRows(nowMs: number, days: number): Promise<number> {
  return deleteInBatches(
    `DELETE FROM contact_import_rows WHERE ctid IN (SELECT r.ctid FROM contact_import_rows r
       JOIN contact_imports i ON i.id = r.import_id WHERE i.created_at < ${daysAgo} LIMIT ${BATCH})`,
    [nowMs, days],
  );
}

/** Deletes paces that nobody has kept for so many days. */
export function deletePaces(nowMs: number, days: number): Promise<number> {
  return deleteInBatches(
    `DELETE FROM send_paces WHERE key IN (SELECT key FROM send_paces WHERE ready_at < ${daysAgo} LIMIT ${BATCH})`,
    [nowMs, days],
  );
}

/** Deletes settled entries that belong to no contact: the channel's statuses and account events. */
export async function deleteStatuses(nowMs: number, days: number): Promise<number> {
  let count = 0;
  let after: string | null = '0';
  // From the last one on: entries of contacts, which stay, are passed but once.
  while (after !== null) {
    const { rows }: pg.QueryResult<DeletedBatch> = await getPool().query(
      `WITH old AS (
         SELECT id FROM inbox_entries WHERE id > $3 AND contact_id IS NULL AND status IN ('handled', 'ignored')
           AND received_at < ${daysAgo} ORDER BY id LIMIT ${BATCH}
       ), gone AS (DELETE FROM inbox_entries i USING old WHERE i.id = old.id)
       SELECT max(id)::text AS last, count(*)::int AS deleted FROM old`,
      [nowMs, days, after],
    );
    after = rows[0]?.last ?? null;
    count += rows[0]?.deleted ?? 0;
  }
  return count;
}

type DeletedBatch = { readonly last: string | null; readonly deleted: number };

const daysAgo = 'to_timestamp($1::float8 / 1000) - make_interval(days => $2::int)';

async function deleteInBatches(statement: string, values: readonly unknown[]): Promise<number> {
  for (let count = 0; ; ) {
    const { rowCount } = await getPool().query(statement, [...values]);
    count += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return count;
  }
}
