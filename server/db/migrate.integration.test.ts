import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../testing/database';
import { migrate } from './migrate';

let folder: string;
let database: TestDatabase;
let db: pg.Client;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'vaarta-migrations-'));
  database = await createEmptyDatabase();
  db = new pg.Client({ connectionString: database.url });
  await db.connect();
});

afterEach(async () => {
  await db.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

function write(name: string, sql: string) {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'migration.sql'), sql);
}

const run = () => migrate(database.url, folder);

async function tables(): Promise<readonly string[]> {
  const { rows } = await db.query(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1`,
  );
  return rows.map(({ tablename }) => tablename);
}

test('migrations are applied once, in the order of their names, with functions and several statements', async () => {
  write('2_other', 'ALTER TABLE thing ADD COLUMN other int; CREATE TABLE other (id int);');
  write(
    '1_thing',
    `CREATE TABLE thing (id int); CREATE FUNCTION f() RETURNS int AS $$ BEGIN RETURN 1; END; $$ LANGUAGE plpgsql;`,
  );
  expect(await run()).toEqual({ applied: ['1_thing', '2_other'], unknown: [] });
  expect(await run()).toEqual({ applied: [], unknown: [] });
  expect(await tables()).toEqual(['other', 'thing']);
});

test('the record is the one that prisma migrate deploy keeps', async () => {
  write('1_thing', 'CREATE TABLE thing (id int);');
  await run();
  const { rows } = await db.query('SELECT * FROM _prisma_migrations');
  expect(rows).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      // printf 'CREATE TABLE thing (id int);' | sha256sum
      checksum: 'e7259f970a97970378daad57e795994cc3af33bf4e86a37e9a3174814be1f37d',
      finished_at: expect.any(Date),
      migration_name: '1_thing',
      logs: null,
      rolled_back_at: null,
      started_at: expect.any(Date),
      applied_steps_count: 1,
    },
  ]);
});

test('starts at the same time apply each migration once', async () => {
  write('1_thing', 'CREATE TABLE thing (id int);');
  const reports = await Promise.all([run(), run(), run()]);
  expect(reports.flatMap(({ applied }) => applied)).toEqual(['1_thing']);
});

test('a failing migration leaves nothing of itself, keeps those before it, and can be mended', async () => {
  write('1_thing', 'CREATE TABLE thing (id int);');
  write('2_broken', 'CREATE TABLE half (id int); SELECT no_such_column;');
  await expect(run()).rejects.toMatchObject({
    code: 'migration.failed',
    message: expect.stringContaining('2_broken could not be applied: column "no_such_column" does not exist'),
  });
  expect(await tables()).toEqual(['thing']);
  write('2_broken', 'CREATE TABLE half (id int);');
  expect(await run()).toMatchObject({ applied: ['2_broken'] });
});

test('a migration that was edited after it had been applied stops the start', async () => {
  write('1_thing', 'CREATE TABLE thing (id int);');
  await run();
  write('1_thing', 'CREATE TABLE thing (id bigint);');
  await expect(run()).rejects.toMatchObject({ message: expect.stringContaining('1_thing was edited after') });
});

test('a checkout with Windows line ends is not an edit', async () => {
  write('1_thing', 'CREATE TABLE thing (\nid int\n);\n');
  await run();
  write('1_thing', 'CREATE TABLE thing (\r\nid int\r\n);\r\n');
  expect(await run()).toEqual({ applied: [], unknown: [] });
});

test('a folder without its script is named and nothing is applied, not even what comes before it', async () => {
  write('1_thing', 'CREATE TABLE thing (id int);');
  mkdirSync(path.join(folder, '2_empty'));
  await expect(run()).rejects.toMatchObject({ message: expect.stringContaining('2_empty cannot be read') });
  expect(await tables()).toEqual([]);
});

test('a migration that another tool left unfinished stops the start, until it is marked as rolled back', async () => {
  write('1_thing', 'CREATE TABLE thing (id int);');
  await run();
  await db.query(`INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', '2_half')`);
  await expect(run()).rejects.toMatchObject({ message: expect.stringContaining('2_half was begun by another tool') });
  await db.query(`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE id = 'x'`);
  expect(await run()).toEqual({ applied: [], unknown: [] });
});

test('migrations of a newer version are reported and left alone', async () => {
  write('1_thing', 'CREATE TABLE thing (id int);');
  write('2_newer', 'CREATE TABLE newer (id int);');
  await run();
  rmSync(path.join(folder, '2_newer'), { recursive: true });
  expect(await run()).toEqual({ applied: [], unknown: ['2_newer'] });
});
