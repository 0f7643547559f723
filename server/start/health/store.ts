import { getPool } from '../../db/pool';

/** How much waits to be done, and what did not go well. */
export type Backlog = {
  /** Contacts whose turn is due. */
  readonly dueContacts: number;
  /** How long the first of them has been due, in seconds. */
  readonly oldestDueSeconds: number;
  readonly queuedMessages: number;
  /** Of these, what waits for room at WhatsApp or for another try. */
  readonly putOffMessages: number;
  readonly pendingStatuses: number;
  /** Messages that may or may not have been sent, for an officer to look at. */
  readonly unknownSends: number;
  /** What somebody should look at, such as a token that is refused. */
  readonly openAlerts: number;
};

export async function readBacklog(): Promise<Backlog> {
  const { rows } = await getPool().query<Backlog>(
    `SELECT
       (SELECT count(*) FROM turn_queue WHERE due_at <= now())::int AS "dueContacts",
       (SELECT COALESCE(extract(epoch FROM now() - min(due_at)), 0) FROM turn_queue WHERE due_at <= now())::float8
         AS "oldestDueSeconds",
       (SELECT count(*) FROM outbox_entries WHERE status = 'queued')::int AS "queuedMessages",
       (SELECT count(*) FROM outbox_entries WHERE status = 'queued' AND not_before > now())::int AS "putOffMessages",
       (SELECT count(*) FROM inbox_entries WHERE status = 'pending' AND contact_id IS NULL)::int AS "pendingStatuses",
       (SELECT count(*) FROM outbox_entries WHERE status = 'unknown')::int AS "unknownSends",
       (SELECT count(*) FROM channel_alerts WHERE closed_at IS NULL)::int AS "openAlerts"`,
  );
  const [backlog] = rows;
  if (!backlog) throw new Error('The database gave no answer to a question that always has one.');
  return backlog;
}
