import path from 'node:path';
import pg from 'pg';
import { startPostgres, stopPostgres } from '../db/embedded/postgres-server';
import { migrate } from '../db/migrate';
import type { Env } from '../env';
import { KnownError } from '../errors';
import { reasonOf } from '../reason-of';
import { generateCode } from './generate-code';

export type Database = {
  readonly url: string;
  /** One phrase for people; never holds a password. */
  readonly description: string;
};

/** How to stop what was started, in the order in which it was started. */
export type Undo = (() => void | Promise<void>)[];

/**
 * Ensures a PostgreSQL (the one of DATABASE_URL, or the embedded one), brings its schema up to date and puts into it what
 * Vaarta ships with. Throws `database.unavailable` or `migration.failed`.
 */
export async function prepareDatabase(env: Env, undo: Undo, announce: (text: string) => void): Promise<Database> {
  const opening = openDatabase(env); // PostgreSQL starts while the code is generated and read
  const stop = opening.then(
    (database) => database.stop,
    () => async () => undefined, // it never ran; the reason is thrown below
  );
  undo.push(async () => (await stop)());
  await generateCode();
  const seeding = import('../db/seed'); // only now: it needs the generated code
  const database = await opening;
  announce(`Database: ${database.description}.`);
  await applyMigrations(database.url, announce);
  const { seed } = await seeding;
  const added = await seed(database.url);
  if (added.length > 0) announce(`Added what Vaarta ships with: ${added.join(', ')}.`);
  return database;
}

type OpenDatabase = Database & { /** Stops it, when it is ours to stop. */ readonly stop: () => Promise<void> };

async function openDatabase(env: Env): Promise<OpenDatabase> {
  if (env.DATABASE_URL) return openGiven(env.DATABASE_URL);
  const wanted = path.resolve(env.VAARTA_DATA_DIR, 'postgres');
  const server = await startPostgres(wanted, 'lasting');
  const folder = path.relative(process.cwd(), server.folder);
  return {
    url: server.url,
    description: `embedded PostgreSQL, data in ${folder.startsWith('..') ? server.folder : folder} (${server.arrival})`,
    stop: () => stopPostgres(wanted, 'lasting'),
  };
}

async function applyMigrations(url: string, announce: (text: string) => void): Promise<void> {
  const { applied, unknown } = await migrate(url, path.resolve('prisma/migrations'));
  if (applied.length > 0) announce(`Applied ${applied.length} migration${applied.length === 1 ? '' : 's'}.`);
  if (unknown.length > 0) announce(`A newer version has used this database (${unknown.join(', ')}).`);
}

async function openGiven(url: string): Promise<OpenDatabase> {
  const { host, pathname } = new URL(url);
  const db = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await db.connect();
    await db.query('SELECT 1');
  } catch (cause) {
    throw new KnownError(
      'database.unavailable',
      `The database at ${host}${pathname} (DATABASE_URL) cannot be used: ${reasonOf(cause)}.`,
      { cause },
    );
  } finally {
    await db.end().catch(() => undefined); // it may never have been open
  }
  return { url, description: `PostgreSQL at ${host}${pathname} (DATABASE_URL)`, stop: async () => undefined };
}
