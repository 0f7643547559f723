import type { ChannelId } from '../../channels/channel';
import { getPool } from '../../db/pool';
import { storableJson } from '../../inbox/storable-json';
import type { PlanStep } from '../plan/plan-step';

/** A follow-up whose message did not leave since the day was over. */
export type Unsent = {
  readonly id: string;
  readonly outboxId: string;
  readonly channel: ChannelId;
  readonly timezone: string;
};

/**
 * Takes over what became of messages: accepted, refused, cancelled, or taken and not delivered. Only the outbox knows, and it
 * does not go back; so this may run at any time. Says how many it concerned.
 */
export async function foldOutcomes(): Promise<number> {
  const { rowCount: settled } = await getPool().query(
    `UPDATE follow_ups f SET sent_at = o.sent_at, updated_at = now(),
       status = CASE WHEN f.status = 'answered' THEN f.status ELSE o.becomes END,
       status_reason = CASE WHEN f.status = 'answered' THEN f.status_reason ELSE o.reason END
     FROM (
       SELECT id, CASE WHEN status = 'accepted' THEN settled_at END AS sent_at,
         CASE WHEN status = 'accepted' AND delivery <> 'failed' THEN 'sent'
           WHEN status = 'cancelled' THEN 'cancelled' ELSE 'failed' END::follow_up_status AS becomes,
         CASE WHEN status <> 'accepted' OR delivery = 'failed' THEN problem_code END AS reason
       FROM outbox_entries WHERE status IN ('accepted', 'rejected') OR status = 'cancelled' AND problem_code IS DISTINCT FROM 'hours.closed'
     ) o
     WHERE o.id = f.outbox_id AND f.outbox_id IS NOT NULL AND f.sent_at IS NULL
       AND (f.status = 'queued' OR f.status = 'answered' AND o.sent_at IS NOT NULL)`,
  );
  const { rowCount: undelivered } = await getPool().query(
    `UPDATE follow_ups f SET status = 'failed', status_reason = o.problem_code, updated_at = now() FROM outbox_entries o
     WHERE f.status = 'sent' AND f.sent_at > now() - interval '7 days' AND o.id = f.outbox_id AND o.delivery = 'failed'`,
  );
  return (settled ?? 0) + (undelivered ?? 0);
}

/** Those whose messages were cancelled since the hours were over. */
export async function selectUnsent(most: number): Promise<readonly Unsent[]> {
  const { rows } = await getPool().query<Unsent>(
    `SELECT f.id, o.id AS "outboxId", c.channel, c.timezone
     FROM follow_ups f JOIN outbox_entries o ON o.id = f.outbox_id JOIN contacts c ON c.id = f.contact_id
     WHERE f.outbox_id IS NOT NULL AND f.sent_at IS NULL AND f.status = 'queued' AND o.status = 'cancelled'
       AND o.problem_code = 'hours.closed'
     ORDER BY f.due_at LIMIT $1`,
    [most],
  );
  return rows;
}

/** It is due again then, with another message; unless there is another plan for this contact by now. */
export async function planAgain({ id, outboxId }: Unsent, dueMs: number, step: PlanStep): Promise<void> {
  await getPool().query(
    `UPDATE follow_ups f SET updated_at = now(), outbox_id = NULL, due_at = to_timestamp($3::float8),
       steps = steps || $4::jsonb, status = (CASE WHEN another.is_there THEN 'cancelled' ELSE 'planned' END)::follow_up_status,
       status_reason = CASE WHEN another.is_there THEN 'followUp.replaced' ELSE 'hours.closed' END
     FROM (SELECT EXISTS (SELECT 1 FROM follow_ups p JOIN follow_ups mine ON mine.contact_id = p.contact_id
       WHERE mine.id = $1 AND p.status = 'planned') AS is_there) another
     WHERE f.id = $1 AND f.outbox_id = $2 AND f.status = 'queued'`,
    [id, outboxId, dueMs / 1000, storableJson([step])],
  );
}
