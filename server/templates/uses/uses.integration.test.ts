import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaignRows, campaignTemplate } from '@/server/testing/campaign-rows';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';

let database: TestDatabase;
let db: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  db = new pg.Pool({ connectionString: database.url, max: 2 });
});
afterAll(async () => {
  const { closeDatabase } = await import('../../db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
});

test('a template of a campaign that is not over can’t be removed', async () => {
  const rows = campaignRows(db);
  await rows.template(campaignTemplate, { status: 'DRAFT' });
  const id = await rows.launched(await rows.people(1));
  const { removeTemplate } = await import('../remove-template');
  const remove = () => removeTemplate({ name: campaignTemplate, language: null, confirm: campaignTemplate });
  await db.query('UPDATE templates SET meta_id = NULL');
  await expect(remove()).rejects.toMatchObject({
    code: 'record.conflict',
    message: expect.stringContaining('in the campaign “Rates”'),
  });
  await db.query(`UPDATE campaigns SET status = 'done' WHERE id = $1`, [id]);
  expect(await remove()).toEqual({ ok: true });
});
