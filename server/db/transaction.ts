import type { Pool, PoolClient } from 'pg';
import { getPool } from './pool';

/** Runs `work` in one transaction: committed when it resolves, undone when it throws. */
export async function inTransaction<Result>(
  work: (client: PoolClient) => Promise<Result>,
  pool: Pool = getPool(),
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onBroken = (cause: Error) => {
    broken = cause;
  };
  client.on('error', onBroken); // the statement under way fails too; without a listener the process would end
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((cause: unknown) => {
      broken = cause instanceof Error ? cause : new Error('The transaction could not be undone.', { cause });
    });
    throw error;
  } finally {
    client.off('error', onBroken);
    client.release(broken); // a connection that can't even roll back is thrown away
  }
}
