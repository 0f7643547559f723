import { getPool } from '../../db/pool';

export type RunStatus = 'pending' | 'running' | 'waiting' | 'completed' | 'failed' | 'cancelled';

/** A run as people see it. Times are ISO 8601; `problem` says why it failed, or why its last attempt did. */
export type RunRow = {
  readonly id: string;
  readonly functionId: string;
  readonly name: string;
  readonly status: RunStatus;
  /** When it goes on: the end of a sleep, of a wait, or of the pause before the next attempt. */
  readonly dueAt: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** 0 is the first. */
  readonly attempt: number;
  readonly problem: string | null;
  /** The event or the function that it waits for; null while it sleeps or works. */
  readonly waitsFor: string | null;
};

export type RunFilter = {
  readonly status?: RunStatus | null;
  readonly functionId?: string | null;
  /** The id of a run: only older ones. */
  readonly before?: string | null;
};

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const runRows = `SELECT r.id, r.function_id AS "functionId", COALESCE(f.config->>'name', r.function_id) AS name, r.status,
  ${iso('COALESCE(i.due_at, r.due_at)')} AS "dueAt", ${iso('r.created_at')} AS "createdAt",
  ${iso('r.started_at')} AS "startedAt", ${iso('r.ended_at')} AS "endedAt", COALESCE(i.attempt, 0) AS attempt,
  COALESCE(r.error->>'message', i.last_error->>'message') AS problem, s.subject AS "waitsFor"
  FROM job_runs r LEFT JOIN job_functions f ON f.id = r.function_id
  LEFT JOIN LATERAL (SELECT due_at, attempt, last_error FROM job_items
    WHERE run_id = r.id AND kind IN ('call', 'wake') ORDER BY due_at LIMIT 1) i ON true
  LEFT JOIN LATERAL (SELECT COALESCE(opts->>'function_id', opts->>'event', opts->>'subject') AS subject FROM job_steps
    WHERE run_id = r.id AND seq IS NULL AND op IN ('WaitForEvent', 'InvokeFunction') ORDER BY created_at LIMIT 1) s ON true`;

/** Runs, the newest first; one more than `most` says that there are older ones. */
export async function selectRuns(filter: RunFilter, most: number): Promise<readonly RunRow[]> {
  const { rows } = await getPool().query<RunRow>(
    `${runRows} WHERE ($1::text IS NULL OR r.status::text = $1) AND ($2::text IS NULL OR r.function_id = $2)
       AND ($3::text IS NULL OR (r.created_at, r.id) < (SELECT created_at, id FROM job_runs WHERE id = $3))
     ORDER BY r.created_at DESC, r.id DESC LIMIT $4`,
    [filter.status ?? null, filter.functionId ?? null, filter.before ?? null, most],
  );
  return rows;
}

export async function selectRun(id: string): Promise<RunRow | undefined> {
  const { rows } = await getPool().query<RunRow>(`${runRows} WHERE r.id = $1`, [id]);
  return rows[0];
}

export type StepRow = {
  readonly id: string;
  readonly name: string;
  readonly endedAt: string | null;
  readonly wakeAt: string | null;
  readonly problem: string | null;
};

/** The steps of a run in the order in which they ended, then those that are open. */
export async function selectSteps(runId: string): Promise<readonly StepRow[]> {
  const { rows } = await getPool().query<StepRow>(
    `SELECT step_id AS id, name, ${iso('ended_at')} AS "endedAt", ${iso('wake_at')} AS "wakeAt",
       CASE WHEN op IN ('StepFailed', 'InvokeFunction') THEN result->'error'->>'message' END AS problem
     FROM job_steps WHERE run_id = $1 ORDER BY seq NULLS LAST, created_at`,
    [runId],
  );
  return rows;
}

export type FunctionRow = { readonly id: string; readonly name: string; readonly cron: string | null };

export async function selectFunctions(): Promise<readonly FunctionRow[]> {
  const { rows } = await getPool().query<FunctionRow>(
    `SELECT id, config->>'name' AS name,
       (SELECT t->>'cron' FROM jsonb_array_elements(config->'triggers') AS t WHERE t ? 'cron' LIMIT 1) AS cron
     FROM job_functions ORDER BY config->>'name', id`,
  );
  return rows;
}

/** Forgets runs that ended before `beforeMs` and events that were received before, a few thousand at once. Says how many. */
export async function deleteOldRuns(beforeMs: number): Promise<number> {
  const { rows } = await getPool().query<{ count: number }>(
    `WITH runs AS (
       DELETE FROM job_runs WHERE id IN
         (SELECT id FROM job_runs WHERE ended_at < to_timestamp($1::float8 / 1000) LIMIT 2000) RETURNING 1
     ), events AS (
       DELETE FROM job_events WHERE id IN (SELECT id FROM job_events e WHERE received_at < to_timestamp($1::float8 / 1000)
         AND matched_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM job_waits w WHERE w.matched_event_id = e.id) LIMIT 5000)
       RETURNING 1
     ) SELECT (SELECT count(*) FROM runs)::int + (SELECT count(*) FROM events)::int AS count`,
    [beforeMs],
  );
  return rows[0]?.count ?? 0;
}
