import type { ClientBase } from 'pg';
import { getPool } from '../../../db/pool';
import { storableJson } from '../../../inbox/storable-json';

type Client = Pick<ClientBase, 'query'>;

/** A step that is over: what the SDK is given back for it. */
export type DoneStep = {
  readonly stepId: string;
  readonly name: string;
  readonly op: string;
  readonly result: unknown;
  readonly opts: unknown;
};

/** A step that was asked for and is not over. */
export type OpenStep = Omit<DoneStep, 'result'> & { readonly wakeAtMs: number | null };

/** Writes what steps gave, in this order after all before. Those that were over stay as they are. Says which were not. */
export async function recordDone(
  client: Client,
  runId: string,
  steps: readonly DoneStep[],
  nowMs: number,
): Promise<readonly string[]> {
  if (steps.length === 0) return [];
  const { rows } = await client.query<{ id: string }>({
    name: 'jobs.recordDone',
    text: `INSERT INTO job_steps AS s (run_id, step_id, name, op, seq, result, opts, created_at, ended_at)
      SELECT $1, d.step->>'stepId', d.step->>'name', d.step->>'op',
        (SELECT COALESCE(max(seq), -1) FROM job_steps WHERE run_id = $1) + d.place::int,
        d.step->'result', d.step->'opts', to_timestamp($3::float8 / 1000), to_timestamp($3::float8 / 1000)
      FROM jsonb_array_elements($2) WITH ORDINALITY AS d(step, place)
      ON CONFLICT (run_id, step_id) DO UPDATE SET op = EXCLUDED.op, seq = EXCLUDED.seq, result = EXCLUDED.result,
        ended_at = EXCLUDED.ended_at WHERE s.seq IS NULL
      RETURNING step_id AS id`,
    values: [runId, storableJson(steps), nowMs],
  });
  return rows.map(({ id }) => id);
}

/**
 * Writes what steps gave in the middle of a call, and that what fails next in it fails for the first time. Says whether the call
 * is still that of whoever asks. One statement and no lock: a call that goes on by itself is the only one of its run.
 */
export async function recordCheckpoint(
  runId: string,
  call: { readonly itemId: string; readonly generation: number | undefined },
  steps: readonly DoneStep[],
  nowMs: number,
): Promise<boolean> {
  const { rows } = await getPool().query<{ isHeld: boolean }>({
    name: 'jobs.checkpoint',
    text: `WITH item AS (
        SELECT id, attempt + interruptions > 0 AS is_retry FROM job_items
        WHERE id = $4 AND run_id = $1 AND owner IS NOT NULL AND ($5::int IS NULL OR generation = $5)
      ), done AS (
        INSERT INTO job_steps AS s (run_id, step_id, name, op, seq, result, opts, created_at, ended_at)
        SELECT $1, d.step->>'stepId', d.step->>'name', d.step->>'op',
          (SELECT COALESCE(max(seq), -1) FROM job_steps WHERE run_id = $1) + d.place::int,
          d.step->'result', d.step->'opts', to_timestamp($3::float8 / 1000), to_timestamp($3::float8 / 1000)
        FROM item, jsonb_array_elements($2) WITH ORDINALITY AS d(step, place)
        ON CONFLICT (run_id, step_id) DO NOTHING
      ), reset AS (
        UPDATE job_items SET attempt = 0, interruptions = 0 WHERE id = (SELECT id FROM item WHERE is_retry)
      )
      SELECT EXISTS (SELECT 1 FROM item) AS "isHeld"`,
    values: [runId, storableJson(steps), nowMs, call.itemId, call.generation ?? null],
  });
  return rows[0]?.isHeld ?? false;
}

/** Writes what was asked for. Says which are new: the SDK names what is still open each time. */
export async function recordOpen(
  client: Client,
  runId: string,
  steps: readonly OpenStep[],
  nowMs: number,
): Promise<readonly string[]> {
  if (steps.length === 0) return [];
  const { rows } = await client.query<{ id: string }>({
    name: 'jobs.recordOpen',
    text: `INSERT INTO job_steps (run_id, step_id, name, op, opts, wake_at, created_at)
      SELECT $1, "stepId", name, op, opts, to_timestamp("wakeAtMs" / 1000), to_timestamp($3::float8 / 1000)
      FROM jsonb_to_recordset($2) AS o("stepId" text, name text, op text, opts jsonb, "wakeAtMs" float8)
      ON CONFLICT (run_id, step_id) DO NOTHING RETURNING step_id AS id`,
    values: [runId, storableJson(steps), nowMs],
  });
  return rows.map(({ id }) => id);
}

/** What a run still has to do: steps that are open, all steps, and calls that will find out what comes next. */
export type Outlook = {
  readonly open: number;
  readonly steps: number;
  readonly discoveries: number;
  readonly due: number;
};

export async function readOutlook(client: Client, runId: string, nowMs: number): Promise<Outlook> {
  const { rows } = await client.query<Outlook>({
    name: 'jobs.outlook',
    text: `SELECT s.open, s.steps, i.discoveries, i.due FROM
        (SELECT count(*) FILTER (WHERE seq IS NULL)::int AS open, count(*)::int AS steps
         FROM job_steps WHERE run_id = $1) s,
        (SELECT count(*) FILTER (WHERE kind = 'call' AND step_id = 'step')::int AS discoveries,
           count(*) FILTER (WHERE kind = 'call' AND (owner IS NOT NULL OR due_at <= to_timestamp($2::float8 / 1000)))::int AS due
         FROM job_items WHERE run_id = $1) i`,
    values: [runId, nowMs],
  });
  return rows[0] ?? { open: 0, steps: 0, discoveries: 0, due: 0 };
}

/** Writes how a run stands after a call. */
export async function recordStanding(
  client: Client,
  runId: string,
  standing: { readonly isParallel: boolean; readonly requestVersion: number; readonly status: 'running' | 'waiting' },
): Promise<void> {
  await client.query({
    name: 'jobs.standing',
    text: `UPDATE job_runs SET is_parallel = $2, request_version = $3, status = $4::job_run_status WHERE id = $1`,
    values: [runId, standing.isParallel, standing.requestVersion, standing.status],
  });
}

/** What a clock that has run out was for. */
export type WaitingStep = {
  readonly op: string;
  readonly name: string;
  readonly opts: Readonly<Record<string, unknown>> | null;
  readonly wakeAtMs: number;
  readonly matchedEventId: string | null;
};

/** An open step that waits; undefined when it is over. */
export async function readWaitingStep(client: Client, runId: string, stepId: string): Promise<WaitingStep | undefined> {
  const { rows } = await client.query<WaitingStep>(
    `SELECT s.op, s.name, s.opts, (extract(epoch FROM s.wake_at) * 1000)::float8 AS "wakeAtMs",
       w.matched_event_id AS "matchedEventId"
     FROM job_steps s LEFT JOIN job_waits w ON w.run_id = s.run_id AND w.step_id = s.step_id AND w.kind = 'event'
     WHERE s.run_id = $1 AND s.step_id = $2 AND s.seq IS NULL`,
    [runId, stepId],
  );
  return rows[0];
}

export async function deleteWait(client: Client, runId: string, stepId: string): Promise<void> {
  await client.query('DELETE FROM job_waits WHERE run_id = $1 AND step_id = $2', [runId, stepId]);
}
