import { afterAll, beforeAll, expect, test } from 'vitest';
import { languages } from '@/prompts/load-languages';
import { closeDatabase } from '../../db/client';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { deleteTemplates, listTemplates } from '../store';
import { installShippedTemplates } from './install-shipped-templates';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

test('shipped templates are put in place once, as drafts in every language; what was removed stays away', async () => {
  expect(await installShippedTemplates()).toHaveLength(5);
  const rows = await listTemplates();
  expect(rows).toHaveLength(5 * Object.keys(languages).length);
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['DRAFT']));
  await deleteTemplates('loan_introduction', ['ta']);
  expect(await installShippedTemplates()).toEqual([]);
  expect(await listTemplates()).toHaveLength(rows.length - 1);
});
