import { z } from 'zod';
import { getPool } from '../../db/pool';
import { storableJson } from '../../inbox/storable-json';
import type { StoredColumns } from './reseal-row';

/** A row as it is stored: where it is, which version of it was read, and its sealed columns, nothing opened. */
export type StoredRow = { readonly key: Key; readonly version: string; readonly columns: StoredColumns };

/** The values of a primary key, as text. */
export type Key = readonly string[];

/** A table with what identifies its rows, in the order in which they are walked. */
export type Table = {
  readonly name: string;
  readonly key: readonly { readonly column: string; readonly type: string }[];
  readonly columns: readonly { readonly column: string; readonly type: string }[];
};

/** A table as the database knows it. */
export async function readTable(name: string, columns: readonly string[]): Promise<Table> {
  const { rows } = await getPool().query<{ column: string; type: string; place: number | null }>(
    `SELECT a.attname AS column, format_type(a.atttypid, NULL) AS type, array_position(i.indkey::int2[], a.attnum) AS place
     FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
     WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped
     ORDER BY place, a.attnum`,
    [name],
  );
  return {
    name,
    key: rows.filter(({ place }) => place !== null),
    columns: rows.filter(({ column }) => columns.includes(column)),
  };
}

/** The next rows after a key, in its order. */
export async function readRows(table: Table, after: Key | null, most: number): Promise<readonly StoredRow[]> {
  const key = table.key.map(({ column }) => `"${column}"`).join(', ');
  const place = table.key.map(({ type }, at) => `$${at + 1}::${type}`).join(', ');
  const columns = table.columns.map(({ column }) => `'${column}', "${column}"`).join(', ');
  const { rows } = await getPool().query<{ key: string; version: string; columns: string }>({
    text: `SELECT array_to_json(ARRAY[${table.key.map(({ column }) => `"${column}"::text`).join(', ')}]) AS key,
        xmin::text AS version, jsonb_build_object(${columns}) AS columns
      FROM "${table.name}" ${after ? `WHERE (${key}) > (${place})` : ''} ORDER BY ${key} LIMIT ${most}`,
    values: [...(after ?? [])],
    types: { getTypeParser: () => (stored: string) => stored }, // as it is stored: nothing is opened
  });
  return rows.map((row) => ({
    key: keyOf.parse(JSON.parse(row.key)),
    version: row.version,
    columns: columnsOf.parse(JSON.parse(row.columns)),
  }));
}

const keyOf = z.array(z.string());
const columnsOf = z.record(z.string(), z.unknown());

/** Writes rows, but for those that somebody holds or has changed since they were read; says how many were written. */
export async function writeRows(table: Table, rows: readonly StoredRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const given = rows.map(({ key, version, columns }) => ({
    ...Object.fromEntries(table.key.map(({ column }, at) => [`key_${column}`, key[at]])),
    version,
    ...columns,
  }));
  const types = table.columns.map(({ column, type }) => `"${column}" ${type}`);
  const keys = table.key.map(({ column, type }) => `"key_${column}" ${type}`);
  const isOne = table.key.map(({ column }) => `t."${column}" = g."key_${column}"`).join(' AND ');
  const { rowCount } = await getPool().query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS g(${[...keys, 'version text', ...types].join(', ')})
     ), held AS (
       SELECT g.* FROM "${table.name}" t JOIN given g ON ${isOne} WHERE t.xmin::text = g.version
       FOR NO KEY UPDATE OF t SKIP LOCKED
     )
     UPDATE "${table.name}" t SET ${table.columns.map(({ column }) => `"${column}" = g."${column}"`).join(', ')}
     FROM held g WHERE ${isOne}`,
    [storableJson(given)],
  );
  return rowCount ?? 0;
}

/** Whether there are contacts that can't be looked up: from before columns were sealed. */
export async function hasContactsWithoutHash(): Promise<boolean> {
  const { rows } = await getPool().query<{ readonly some: boolean }>(
    `SELECT EXISTS (SELECT FROM contacts WHERE phone IS NOT NULL AND phone_hash IS NULL
       OR bsuid IS NOT NULL AND bsuid_hash IS NULL) AS some`,
  );
  return rows[0]?.some ?? false;
}

const KEY = 'sealing';

/** How far re-sealing has come. */
const progress = z.object({
  /** Today's secret and today's registry, by a short name. */
  under: z.string(),
  /** The keys that could be opened, by their names. */
  known: z.array(z.string()),
  done: z.array(z.string()),
  /** The last row of the table that is walked. */
  after: z.array(z.string()).readonly().nullable(),
  /** Rows that no known key opens, or that could not be written. */
  lost: z.int(),
  finishedAt: z.string().nullable(),
});
export type Progress = Readonly<z.infer<typeof progress>>;

export async function readProgress(): Promise<Progress | null> {
  const { rows } = await getPool().query<{ readonly value: unknown }>('SELECT value FROM settings WHERE key = $1', [
    KEY,
  ]);
  return progress
    .nullable()
    .catch(null)
    .parse(rows[0]?.value ?? null);
}

export async function saveProgress(value: Progress): Promise<void> {
  await getPool().query(
    `INSERT INTO settings (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = $2, updated_at = now()`,
    [KEY, value],
  );
}
