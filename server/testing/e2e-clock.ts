import path from 'node:path';
import pg from 'pg';
import { startPostgres } from '../db/embedded/postgres-server';
import { e2eFiles } from './e2e-files';

/**
 * Moves what happened in a conversation of the browser tests back, as if as many days had passed without a word, and lets the job
 * that minds silent officers look now: its next turn would come in five minutes.
 */
export async function letDaysPass(contactId: string, days: number): Promise<void> {
  const root = path.resolve(import.meta.dirname, '../..');
  // It runs already: the app under test lives on it.
  const { url } = await startPostgres(path.resolve(root, e2eFiles.dataDir, 'postgres'), 'lasting');
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    for (const statement of moves) await db.query(statement, [contactId, days]);
    // A schedule makes up for a minute that it missed, but for one run of each minute only.
    await db.query(`DELETE FROM job_runs WHERE function_id LIKE '%remind-officers' AND ended_at IS NOT NULL`);
    await db.query(
      `UPDATE job_schedules SET fired_at = fired_at - interval '10 minutes' WHERE key LIKE '%remind-officers:%'`,
    );
  } finally {
    await db.end();
  }
}

const moves = [
  `UPDATE messages SET at = at - make_interval(days => $2::int) WHERE contact_id = $1`,
  `UPDATE handovers SET created_at = created_at - make_interval(days => $2::int), routed_at = routed_at - make_interval(days => $2::int),
     taken_at = taken_at - make_interval(days => $2::int), answered_at = answered_at - make_interval(days => $2::int)
   WHERE contact_id = $1`,
];
