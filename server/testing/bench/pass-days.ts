import pg from 'pg';
import { withDatabase } from './with-database';

/**
 * Lets days pass for an app that is not running: every time in its database is moved back by as much, which is the same for
 * it as a clock moved ahead.
 */
export async function passDays(databaseUrl: string, days: number): Promise<void> {
  await withDatabase(databaseUrl, async (db) => {
    const { rows } = await db.query<{ table: string; columns: string[] }>(timesSql);
    for (const { table, columns } of rows) {
      const moved = columns
        .map(pg.escapeIdentifier)
        .map((column) => `${column} = ${column} - make_interval(days => $1)`);
      await db.query(`UPDATE ${pg.escapeIdentifier(table)} SET ${moved.join(', ')}`, [days]);
    }
  });
}

const timesSql = `
  SELECT table_name AS table, array_agg(column_name::text) AS columns FROM information_schema.columns
  JOIN information_schema.tables USING (table_schema, table_name)
  WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type = 'timestamp with time zone' GROUP BY 1`;
