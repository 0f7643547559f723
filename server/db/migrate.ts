import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { KnownError } from '../errors';

export type MigrationReport = {
  readonly applied: readonly string[];
  /** Applied to this database, but not in this checkout: a newer version has been here. */
  readonly unknown: readonly string[];
};

/**
 * Applies the migrations of a folder (`<name>/migration.sql`) in the order of their names, each in one transaction with
 * its own record, so that a failure or a kill leaves nothing half done. Table, checksums (sha256 of the file, hex) and
 * advisory lock are those of `prisma migrate deploy`: either may follow the other. Throws `migration.failed`.
 */
export async function migrate(connectionString: string, folder: string): Promise<MigrationReport> {
  const migrations = readMigrations(folder);
  const db = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
  await db.connect();
  try {
    await db.query('SELECT pg_advisory_lock($1)', [prismaMigrateLock]);
    await db.query(recordTable);
    const records = await readRecords(db);
    refuseUnfinished(records);
    const pending = migrations.filter((migration) => !isApplied(migration, records));
    for (const migration of pending) await apply(db, migration);
    const known = new Set(migrations.map(({ name }) => name));
    const unknown = records.map((record) => record.migration_name).filter((name) => !known.has(name));
    return { applied: pending.map(({ name }) => name), unknown };
  } finally {
    await db.end();
  }
}

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** The migrations of a folder, in the order in which they are applied. A folder that does not exist has none. */
export function readMigrations(folder: string): readonly Migration[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return names.map((name) => readMigration(folder, name));
}

const prismaMigrateLock = 72_707_369; // prisma-engines, sql-schema-connector: the advisory lock of `migrate`

/** The table as Prisma's schema engine creates it. */
const recordTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`;

type Record = { readonly migration_name: string; readonly checksum: string; readonly finished_at: Date | null };

function readMigration(folder: string, name: string): Migration {
  const file = path.join(folder, name, 'migration.sql');
  try {
    const sql = readFileSync(file, 'utf8');
    return { name, sql, checksum: checksumOf(sql) };
  } catch (cause) {
    throw new KnownError(
      'migration.failed',
      `The migration ${name} cannot be read: ${reasonOf(cause)}. Nothing was changed.`,
      {
        cause,
      },
    );
  }
}

async function readRecords(db: pg.Client): Promise<readonly Record[]> {
  const { rows } = await db.query<Record>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at',
  );
  return rows;
}

/** Ours leave no such record; `prisma migrate deploy` does, and then nobody knows how much of the script has run. */
function refuseUnfinished(records: readonly Record[]): void {
  const unfinished = records.find((record) => record.finished_at === null);
  if (!unfinished) return;
  throw new KnownError(
    'migration.failed',
    `The migration ${unfinished.migration_name} was begun by another tool and did not finish: repair the database, mark it with \`prisma migrate resolve\`, and start again.`,
  );
}

function isApplied(migration: Migration, records: readonly Record[]): boolean {
  const record = records.find((candidate) => candidate.migration_name === migration.name);
  if (!record) return false;
  // A checkout with Windows line ends is the same migration.
  const unixChecksum = checksumOf(migration.sql.replaceAll('\r\n', '\n'));
  if (record.checksum === migration.checksum || record.checksum === unixChecksum) return true;
  throw new KnownError(
    'migration.failed',
    `The migration ${migration.name} was edited after it had been applied to this database: restore the file and put the change into a new migration.`,
  );
}

async function apply(db: pg.Client, migration: Migration): Promise<void> {
  await db.query('BEGIN');
  try {
    await db.query(migration.sql); // no parameters: the simple protocol takes the whole script
    await db.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await db.query('COMMIT');
  } catch (cause) {
    await db.query('ROLLBACK').catch(() => undefined); // the connection itself may be gone; the error below says so
    throw new KnownError(
      'migration.failed',
      `The migration ${migration.name} could not be applied: ${reasonOf(cause)}. The database is as it was before it.`,
      { cause },
    );
  }
}

function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
