import type { PoolClient } from 'pg';

/** One whose message in the outbox has come to an end; `send` is null where the message is gone, with its conversation. */
export type SettledRecipient = {
  readonly contactId: string;
  readonly timezone: string;
  readonly send: 'accepted' | 'rejected' | 'unknown' | 'cancelled' | null;
  readonly code: string | null;
  /** ISO, as PostgreSQL writes it. */
  readonly at: string;
};

/** One whose fate is not known is waited for a minute: a dead worker's message may turn out unsent, and be queued again. */
export async function pickSettled(client: PoolClient, id: string, most: number): Promise<readonly SettledRecipient[]> {
  const { rows } = await client.query<SettledRecipient>(
    `SELECT r.contact_id AS "contactId", c.timezone, o.status AS send, o.problem_code AS code,
       COALESCE(o.settled_at, now())::text AS at
     FROM campaign_recipients r JOIN contacts c ON c.id = r.contact_id LEFT JOIN outbox_entries o ON o.id = r.outbox_id
     WHERE r.campaign_id = $1 AND r.status = 'queued' AND r.settled_at IS NULL
       AND (o.id IS NULL OR o.status IN ('accepted', 'rejected', 'cancelled')
         OR o.status = 'unknown' AND o.settled_at < now() - interval '1 minute') LIMIT $2`,
    [id, most],
  );
  return rows;
}

/** What a settled message means for its recipient. */
export type Settling = {
  readonly contactId: string;
  readonly status: 'pending' | 'queued' | 'excluded' | 'cancelled';
  readonly code: string | null;
  /** ISO: when it is their turn again, of one that is pending again. */
  readonly dueAt: string | null;
  readonly at: string;
};

/** Who is pending again gets another attempt with an outbox id of its own. */
export async function writeSettlings(client: PoolClient, id: string, settlings: readonly Settling[]): Promise<void> {
  if (settlings.length === 0) return;
  await client.query(
    `UPDATE campaign_recipients r SET status = g.status, due_at = COALESCE(g."dueAt", r.due_at),
       problem_code = CASE WHEN g.status IN ('queued', 'excluded') THEN g.code END,
       outbox_id = CASE WHEN g.status <> 'pending' THEN r.outbox_id END,
       attempts = r.attempts + (g.status = 'pending')::int,
       queued_at = CASE WHEN g.status = 'queued' THEN r.queued_at END,
       settled_at = CASE WHEN g.status = 'queued' THEN g.at END,
       history = CASE WHEN g.code IS NULL THEN r.history ELSE r.history || jsonb_build_object('at', g.at, 'code', g.code,
         'what', CASE g.status WHEN 'pending' THEN 'takenBack' WHEN 'queued' THEN 'failed' ELSE g.status::text END) END
     FROM jsonb_to_recordset($2::jsonb) AS g("contactId" uuid, status recipient_status, code text, "dueAt" timestamptz,
       at timestamptz)
     WHERE r.campaign_id = $1 AND r.contact_id = g."contactId" AND r.status = 'queued' AND r.settled_at IS NULL`,
    [id, JSON.stringify(settlings)],
  );
}

/**
 * Whether so many messages in a row have failed, for whatever reason that is not the contact's own, since the campaign was
 * last started.
 */
export async function areAllFailing(client: PoolClient, id: string, inARow: number): Promise<boolean> {
  const { rows } = await client.query<{ failing: boolean }>(
    `SELECT count(*) = $2 AND bool_and(has_failed) AS failing FROM (
       SELECT (o.status = 'rejected' OR o.delivery = 'failed') AND o.problem_code NOT LIKE 'contact.%' AS has_failed
       FROM campaign_recipients r JOIN outbox_entries o ON o.id = r.outbox_id
       WHERE r.campaign_id = $1 AND r.settled_at > (SELECT updated_at FROM campaigns WHERE id = $1)
       ORDER BY r.settled_at DESC LIMIT $2) last`,
    [id, inARow],
  );
  return rows[0]?.failing ?? false;
}

const takenBack = {
  'campaign.paused': 'The campaign was paused before this message left. It goes out when the campaign goes on.',
  'campaign.cancelled': 'The campaign was cancelled before this message left.',
} as const;

/**
 * Takes back what waits in the outbox, in the transaction that pauses or cancels the campaign; who is taken back is pending.
 * What is on its way already can't be. Says how many.
 */
export async function takeBack(client: PoolClient, id: string, code: keyof typeof takenBack): Promise<number> {
  const { rowCount } = await client.query(
    `WITH waiting AS (
       SELECT o.id, r.contact_id FROM campaign_recipients r JOIN outbox_entries o ON o.id = r.outbox_id
       WHERE r.campaign_id = $1 AND r.status = 'queued' AND r.settled_at IS NULL AND o.status = 'queued'
       ORDER BY o.id FOR UPDATE OF o
     ), cancelled AS (
       UPDATE outbox_entries o SET status = 'cancelled', problem_code = $2, problem_detail = $3, settled_at = now()
       FROM waiting WHERE o.id = waiting.id
     )
     UPDATE campaign_recipients r SET status = 'pending', outbox_id = NULL, queued_at = NULL, attempts = r.attempts + 1,
       history = r.history || jsonb_build_object('at', now(), 'what', 'takenBack', 'code', $2::text)
     FROM waiting WHERE r.campaign_id = $1 AND r.contact_id = waiting.contact_id`,
    [id, code, takenBack[code]],
  );
  return rowCount ?? 0;
}
