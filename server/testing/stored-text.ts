import pg from 'pg';

/** The rows of a query as they are stored, nothing opened: each column as PostgreSQL writes it. */
export async function storedText(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Readonly<Record<string, string | null>>[]> {
  const db = new pg.Client({ connectionString: url, types: { getTypeParser: () => (value: string) => value } });
  await db.connect();
  try {
    const { rows } = await db.query<Record<string, string | null>>(sql, [...values]);
    return rows;
  } finally {
    await db.end();
  }
}
