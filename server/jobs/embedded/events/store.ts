import type { ClientBase } from 'pg';
import { storableJson } from '../../../inbox/storable-json';
import type { StoredEvent } from '../types';

type Client = Pick<ClientBase, 'query'>;

const eventColumns = `id, external_id AS "externalId", name, data, "user", v, ts::float8 AS ts`;

/** Stores events; those that are there already stay as they are. `matched` ones are for one run and nobody else. */
export async function insertEvents(
  client: Client,
  events: readonly StoredEvent[],
  nowMs: number,
  state: 'unmatched' | 'matched' = 'unmatched',
): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>({
    name: 'jobs.insertEvents',
    text: `INSERT INTO job_events (id, external_id, name, data, "user", v, ts, received_at, matched_at)
      SELECT id, "externalId", name, data, "user", v, ts::bigint, to_timestamp($2::float8 / 1000),
        CASE WHEN $3 = 'matched' THEN now() END
      FROM jsonb_to_recordset($1) AS e(id text, "externalId" text, name text, data jsonb, "user" jsonb, v text, ts float8)
      ON CONFLICT (id) DO NOTHING RETURNING id`,
    values: [storableJson(events), nowMs, state],
  });
  return rows.map(({ id }) => id);
}

/**
 * Marks an event as matched, in the transaction that matches it; undefined when somebody has done so. Whoever asks meanwhile
 * waits for that transaction.
 */
export async function takeUnmatched(client: Client, eventId: string): Promise<StoredEvent | undefined> {
  const { rows } = await client.query<StoredEvent>({
    name: 'jobs.takeUnmatched',
    text: `UPDATE job_events SET matched_at = now() WHERE id = $1 AND matched_at IS NULL RETURNING ${eventColumns}`,
    values: [eventId],
  });
  return rows[0];
}

/** Whether its sender has sent the same event in the last day. Whoever asks for the same name waits for the other's commit. */
export async function wasSentBefore(client: Client, event: StoredEvent): Promise<boolean> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${event.name} ${event.externalId}`]);
  const { rowCount } = await client.query(
    `SELECT 1 FROM job_events e JOIN job_events mine ON mine.id = $1
     WHERE e.external_id = $2 AND e.name = $3 AND e.id <> $1 AND e.matched_at IS NOT NULL
       AND e.received_at > mine.received_at - interval '1 day' LIMIT 1`,
    [event.id, event.externalId, event.name],
  );
  return rowCount === 1;
}

/** A run that waits for events of a name, with what began it. */
export type OpenWait = {
  readonly id: string;
  readonly runId: string;
  readonly stepId: string | null;
  readonly kind: 'event' | 'cancel';
  readonly expression: string | null;
  readonly began: StoredEvent;
};

/** The waits for events of this name that are open, by the id of their run. */
export async function readOpenWaits(client: Client, eventName: string, nowMs: number): Promise<readonly OpenWait[]> {
  const { rows } = await client.query<OpenWait>({
    name: 'jobs.openWaits',
    text: `SELECT w.id, w.run_id AS "runId", w.step_id AS "stepId", w.kind, w.expression, r.events->0 AS began
      FROM job_waits w JOIN job_runs r ON r.id = w.run_id
      WHERE w.event_name = $1 AND w.matched_event_id IS NULL AND w.kind IN ('event', 'cancel')
        AND (w.expires_at IS NULL OR w.expires_at > to_timestamp($2::float8 / 1000))
      ORDER BY w.run_id, w.id`,
    values: [eventName, nowMs],
  });
  return rows;
}

/** Whether a run waits for an event of this name. */
export async function isWaitedFor(client: Client, eventName: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM job_waits WHERE event_name = $1 LIMIT 1', [eventName]);
  return rowCount === 1;
}

/** Gives a wait its event. Says whether it still waited. */
export async function fulfilWait(client: Client, waitId: string, eventId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'UPDATE job_waits SET matched_event_id = $2 WHERE id = $1 AND matched_event_id IS NULL',
    [waitId, eventId],
  );
  return rowCount === 1;
}

/** Events that were accepted before `beforeMs` and never matched: whoever was to do it has died. */
export async function readForgottenEvents(client: Client, beforeMs: number): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM job_events WHERE matched_at IS NULL AND received_at < to_timestamp($1::float8 / 1000)
     ORDER BY received_at LIMIT 500`,
    [beforeMs],
  );
  return rows.map(({ id }) => id);
}

/** One event, or undefined when it is not there (any more). */
export async function readEvent(client: Client, eventId: string): Promise<StoredEvent | undefined> {
  const { rows } = await client.query<StoredEvent>(`SELECT ${eventColumns} FROM job_events WHERE id = $1`, [eventId]);
  return rows[0];
}
