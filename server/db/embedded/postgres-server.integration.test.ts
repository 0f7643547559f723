import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { discardPostgres, startPostgres, stopPostgres } from './postgres-server';

// As root this also covers the fallback: a folder of `mkdtemp` is closed to the account that PostgreSQL runs as.

let home: string;
let wanted: string;

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'vaarta-postgres-'));
  wanted = path.join(home, 'postgres');
});

afterEach(async () => {
  await discardPostgres(wanted, 'temporary');
  rmSync(home, { recursive: true });
});

const start = () => startPostgres(wanted, 'temporary');

async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    return (await db.query(sql)).rows;
  } finally {
    await db.end();
  }
}

function postmasterOf(folder: string): number {
  return Number(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

test('it is created once, attached to while it runs, and started again on the same data after a stop', async () => {
  const created = await start();
  expect(created.arrival).toBe('created');
  await query(created.url, 'CREATE TABLE kept (id int)');
  expect(await start()).toEqual({ ...created, arrival: 'attached' });
  await stopPostgres(wanted, 'temporary');
  const again = await start();
  expect(again.arrival).toBe('started');
  expect(await query(again.url, `SELECT to_regclass('kept')::text AS kept`)).toEqual([{ kept: 'kept' }]);
});

test('of several starts at once one creates it, and all reach the same database', async () => {
  const servers = await Promise.all([start(), start(), start()]);
  expect(new Set(servers.map(({ url }) => url)).size).toBe(1);
  expect(readdirSync(path.dirname(servers[0]?.folder ?? '')).filter((name) => name.includes('password'))).toEqual([]);
});

test('after kill -9 of the server the next start recovers what was committed', async () => {
  const { url, folder } = await start();
  await query(url, 'CREATE TABLE kept AS SELECT 7 AS id');
  await query(url, 'CHECKPOINT');
  process.kill(postmasterOf(folder), 'SIGKILL');
  const recovered = await start();
  expect(recovered.arrival).toBe('started');
  expect(await query(recovered.url, 'SELECT id FROM kept')).toEqual([{ id: 7 }]);
});

test('a pid file whose number belongs to another program by now does not stop the start', async () => {
  const { folder } = await start();
  const record = readFileSync(path.join(folder, 'postmaster.pid'), 'utf8');
  await stopPostgres(wanted, 'temporary');
  writeFileSync(path.join(folder, 'postmaster.pid'), record.replace(/^\d+/, String(process.pid)));
  expect((await start()).arrival).toBe('started');
});

test('text is UTF-8 and sorts alike on every machine, times are UTC, and no other folder has its password', async () => {
  const { url } = await start();
  const settings = `SELECT pg_encoding_to_char(encoding) AS encoding, datlocale AS locale, current_setting('timezone') AS zone
    FROM pg_database WHERE datname = current_database()`;
  expect(await query(url, settings)).toEqual([{ encoding: 'UTF8', locale: 'C.UTF-8', zone: 'UTC' }]);
  const guess = new URL(url);
  guess.password = 'postgres';
  await expect(query(guess.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
});

test('discarding leaves no data behind', async () => {
  const { folder } = await start();
  await discardPostgres(wanted, 'temporary');
  expect(existsSync(folder)).toBe(false);
});
