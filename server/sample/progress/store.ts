import { z } from 'zod';
import { getPool } from '../../db/pool';

const KEY = 'sample';

/** How far the sample data is. `working` is under way, by a job. */
const progress = z.object({
  status: z.enum(['none', 'loading', 'loaded', 'removing', 'failed']),
  done: z.int(),
  total: z.int(),
  /** Whose they are: what is taken over in them is by whoever loaded them. */
  actorId: z.string(),
  /** Of this run: what an older one still does is not noted. */
  run: z.string(),
});
export type SampleProgress = Readonly<z.infer<typeof progress>>;

/** What is known of it, and how long ago it last moved on, in milliseconds. */
export async function readProgress(): Promise<(SampleProgress & { readonly ageMs: number }) | undefined> {
  const { rows } = await getPool().query<{ value: unknown; ageMs: number }>(
    `SELECT value, (extract(epoch FROM now() - updated_at) * 1000)::float8 AS "ageMs" FROM settings WHERE key = $1`,
    [KEY],
  );
  const read = progress.safeParse(rows[0]?.value);
  return read.success && rows[0] ? { ...read.data, ageMs: rows[0].ageMs } : undefined;
}

/** Begins a run, unless one is under way that moved on within `patienceMs`. Says whether it was begun. */
export async function beginRun(next: SampleProgress, patienceMs: number): Promise<boolean> {
  const { rowCount } = await getPool().query(
    `INSERT INTO settings AS s (key, value) VALUES ($1, $2)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()
     WHERE s.value->>'status' NOT IN ('loading', 'removing') OR s.updated_at < now() - make_interval(secs => $3::float8 / 1000)`,
    [KEY, JSON.stringify(next), patienceMs],
  );
  return rowCount === 1;
}

/** Notes how far a run is; says whether it still is the one that counts. */
export async function noteProgress(next: SampleProgress): Promise<boolean> {
  const { rowCount } = await getPool().query(
    `UPDATE settings SET value = $2, updated_at = now() WHERE key = $1 AND value->>'run' = $3`,
    [KEY, JSON.stringify(next), next.run],
  );
  return rowCount === 1;
}

/** Whether there is anybody at all, and whether there is anybody who is not of the sample. */
export async function readPresence(): Promise<{ readonly hasContacts: boolean; readonly hasOthers: boolean }> {
  const { rows } = await getPool().query<{ hasContacts: boolean; hasOthers: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM contacts) AS "hasContacts",
       EXISTS (SELECT 1 FROM contacts WHERE NOT is_sample) AS "hasOthers"`,
  );
  return rows[0] ?? { hasContacts: false, hasOthers: false };
}
