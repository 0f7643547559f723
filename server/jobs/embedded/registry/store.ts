import { getPool } from '../../../db/pool';
import { inTransaction } from '../../../db/transaction';
import type { FunctionConfig } from '../types';

/** Every function of every app. */
export async function readFunctions(): Promise<readonly FunctionConfig[]> {
  const { rows } = await getPool().query<{ config: FunctionConfig; appId: string }>(
    'SELECT config, app_id AS "appId" FROM job_functions ORDER BY id',
  );
  return rows.map(({ config, appId }) => ({ ...config, appId }));
}

/** A text that differs when any function was changed, added or removed. */
export async function readStamp(): Promise<string> {
  const { rows } = await getPool().query<{ stamp: string }>({
    name: 'jobs.functionStamp',
    text: `SELECT count(*) || ' ' || COALESCE(max(updated_at)::text, '') || ' ' ||
      COALESCE(sum(hashtext(id))::text, '') AS stamp FROM job_functions`,
  });
  return rows[0]?.stamp ?? '';
}

/** Takes what an app says now for all that it has. Says whether anything is new. */
export function replaceFunctions(appId: string, url: string, configs: readonly { id: string }[]): Promise<boolean> {
  return inTransaction(async (client) => {
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`job_functions ${appId}`]);
    const gone = await client.query('DELETE FROM job_functions WHERE app_id = $1 AND id <> ALL($2)', [
      appId,
      configs.map(({ id }) => id),
    ]);
    const { rowCount } = await client.query(
      `INSERT INTO job_functions AS f (id, app_id, url, config)
       SELECT config->>'id', $1, $2, config FROM jsonb_array_elements($3) AS config
       ON CONFLICT (id) DO UPDATE SET app_id = $1, url = $2, config = EXCLUDED.config, updated_at = clock_timestamp()
       WHERE f.config <> EXCLUDED.config OR f.app_id <> $1`,
      [appId, url, JSON.stringify(configs)],
    );
    return (gone.rowCount ?? 0) + (rowCount ?? 0) > 0;
  });
}
