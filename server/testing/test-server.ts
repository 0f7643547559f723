import { createHash } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgres, stopPostgres } from '../db/embedded/postgres-server';
import { migrate, readMigrations } from '../db/migrate';

declare module 'vitest' {
  interface ProvidedContext {
    readonly testServer: { readonly adminUrl: string; readonly template: string };
  }
}

/**
 * Vitest's global setup: one real PostgreSQL for all test runs on this checkout, and in it a template database with the
 * migrations applied, from which `createTestDatabase` clones. Runs at the same time share it; the last one stops it.
 */
export default async function setUpTestServer(project: TestProject): Promise<() => Promise<void>> {
  const folder = path.resolve('.vaarta/test/postgres');
  const { url } = await startPostgres(folder, 'temporary');
  const adminUrl = databaseUrl(url, 'postgres');
  const db = new pg.Client({ connectionString: adminUrl });
  await db.connect();
  const template = await prepareTemplate(db, adminUrl);
  project.provide('testServer', { adminUrl, template });

  return async () => {
    const { rows } = await db.query(leaveSql, [runsLock]);
    await db.end();
    if (rows[0]?.last) await stopPostgres(folder, 'temporary');
  };
}

/** The same server, another database. */
export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

const runsLock = 4_711_001; // shared by every run, exclusive for who finds or leaves the server alone
const templateLock = 4_711_002;
const leaveSql = 'SELECT pg_advisory_unlock_shared($1) AS left, pg_try_advisory_lock($1) AS last';

async function prepareTemplate(db: pg.Client, adminUrl: string): Promise<string> {
  const migrations = path.resolve('prisma/migrations');
  const template = `template_${fingerprint(migrations)}`;
  const { rows } = await db.query('SELECT pg_try_advisory_lock($1) AS alone', [runsLock]);
  if (rows[0]?.alone) await sweep(db, template);
  await db.query('SELECT pg_advisory_lock_shared($1)', [runsLock]);
  if (rows[0]?.alone) await db.query('SELECT pg_advisory_unlock($1)', [runsLock]);

  await db.query('SELECT pg_advisory_lock($1)', [templateLock]);
  const existing = await db.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
  if (existing.rowCount === 0) await createTemplate(db, adminUrl, template, migrations);
  await db.query('SELECT pg_advisory_unlock($1)', [templateLock]);
  return template;
}

/** Removes what killed runs left behind. */
async function sweep(db: pg.Client, template: string): Promise<void> {
  const { rows } = await db.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname ~ '^(test|template|draft)_' AND datname <> $1`,
    [template],
  );
  for (const { datname } of rows)
    await db.query(`DROP DATABASE IF EXISTS ${db.escapeIdentifier(datname)} WITH (FORCE)`);
}

/** Renamed when complete: a template that exists is whole. */
async function createTemplate(db: pg.Client, adminUrl: string, template: string, migrations: string): Promise<void> {
  const draft = template.replace('template_', 'draft_');
  await db.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await db.query(`CREATE DATABASE ${draft}`);
  await migrate(databaseUrl(adminUrl, draft), migrations);
  await db.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
}

function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const { name, checksum } of readMigrations(folder)) hash.update(`${name} ${checksum}\n`);
  return hash.digest('hex').slice(0, 16);
}
