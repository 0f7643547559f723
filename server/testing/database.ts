import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { databaseUrl } from './test-server';

export type TestDatabase = {
  readonly url: string;
  /** Removes it, with whatever is still connected to it. */
  readonly drop: () => Promise<void>;
};

/**
 * A migrated, empty database of its own for one test file (about 50 ms), on the real PostgreSQL of this run. Code that
 * reads its address from the environment finds it after `process.env.DATABASE_URL = database.url`.
 */
export function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase(inject('testServer').template);
}

/** A database without a table, for what tests the migrations themselves. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template1');
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const { adminUrl } = inject('testServer');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: databaseUrl(adminUrl, name),
    drop: () => run(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function run(url: string, sql: string): Promise<void> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    await db.query(sql);
  } finally {
    await db.end();
  }
}
