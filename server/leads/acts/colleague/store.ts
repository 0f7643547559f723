import { getPool } from '../../../db/pool';
import { KnownError } from '../../../errors';

/** Refuses who is not there, was disabled, or may only read. */
export async function requireColleague(userId: string): Promise<void> {
  const { rowCount } = await getPool().query(
    `SELECT FROM users WHERE id = $1 AND disabled_at IS NULL AND role IN ('officer', 'owner')`,
    [userId],
  );
  if (rowCount === 0) throw new KnownError('record.notFound', 'There is no such officer, or they no longer work here.');
}
