import { getPool } from '../../db/pool';

/** Says that this worker is alive; the first time, that it is there. */
export async function beat(workerId: string): Promise<void> {
  await getPool().query(
    `INSERT INTO worker_processes (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET seen_at = now()`,
    [workerId],
  );
}

/** Says that this worker has ended: what it may have left is free at once. */
export async function leave(workerId: string): Promise<void> {
  await getPool().query('DELETE FROM worker_processes WHERE id = $1', [workerId]);
}

/** Forgets workers that died a while ago. */
export async function forgetTheDead(): Promise<void> {
  await getPool().query(`DELETE FROM worker_processes WHERE seen_at < now() - interval '1 hour'`);
}
