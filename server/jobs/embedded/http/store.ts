import { getPool } from '../../../db/pool';

/** A run as Inngest's own interface shows it. */
export type RunView = {
  readonly run_id: string;
  readonly function_id: string;
  readonly event_id: string;
  readonly status: 'Running' | 'Completed' | 'Failed' | 'Cancelled';
  readonly run_started_at: string | null;
  readonly ended_at: string | null;
  readonly output: unknown;
};

const runView = `SELECT id AS run_id, function_id, events->-1->>'id' AS event_id,
  CASE status WHEN 'completed' THEN 'Completed' WHEN 'failed' THEN 'Failed' WHEN 'cancelled' THEN 'Cancelled'
    ELSE 'Running' END AS status,
  started_at AS run_started_at, ended_at, COALESCE(output, error) AS output FROM job_runs`;

/** The runs that an event of ours began. */
export async function readEventRuns(eventId: string): Promise<readonly RunView[]> {
  const { rows } = await getPool().query<RunView>(
    `${runView} WHERE created_at >= (SELECT received_at - interval '1 second' FROM job_events WHERE id = $1)
       AND events @> jsonb_build_array(jsonb_build_object('id', $1::text)) ORDER BY id LIMIT 100`,
    [eventId],
  );
  return rows;
}

export async function readRunView(runId: string): Promise<RunView | undefined> {
  const { rows } = await getPool().query<RunView>(`${runView} WHERE id = $1`, [runId]);
  return rows[0];
}
