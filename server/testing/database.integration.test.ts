import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase } from './database';

test('every test database is a separate, real PostgreSQL that is gone after drop', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const db = new pg.Client({ connectionString: one.url });
  await db.connect();
  await db.query('CREATE TABLE only_here (id int)');
  await db.end();
  const neighbour = new pg.Client({ connectionString: other.url });
  await neighbour.connect();
  const { rows } = await neighbour.query(`SELECT to_regclass('only_here') AS found, version()`);
  await neighbour.end();
  expect(rows[0]).toMatchObject({ found: null, version: expect.stringContaining('PostgreSQL 18') });
  await one.drop();
  await other.drop();
  await expect(new pg.Client({ connectionString: one.url }).connect()).rejects.toMatchObject({ code: '3D000' });
});
