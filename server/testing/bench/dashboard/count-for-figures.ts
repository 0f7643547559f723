/** Counts everything that is there for the figures, as the job does by and by. */
export async function countForFigures(databaseUrl: string): Promise<void> {
  process.env.DATABASE_URL = databaseUrl; // read when the first connection is made
  const [{ rollUp }, { closeDatabase }] = await Promise.all([
    import('../../../analytics/roll-up/roll-up'),
    import('../../../db/client'),
  ]);
  while (!(await rollUp({ most: 100_000, waitMs: 10_000 })).isAll) console.log('· counting for the figures');
  await closeDatabase();
}
