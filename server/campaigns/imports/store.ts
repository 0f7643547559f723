import type { PoolClient } from 'pg';
import type { ChannelId } from '../../channels/channel';
import { getPool } from '../../db/pool';
import { storableJson } from '../../inbox/storable-json';
import { blindIndexes } from '../../sealing/blind-index';
import { tracesOfCells } from '../../sealing/list-traces';
import { sealText } from '../../sealing/seal-column';
import type { ImportMapping, ImportProof } from './import-mapping';
import { type ImportProblem, standingProblems, structuralProblems } from './import-problem';
import type { ImportReport } from './import-report';
import type { TableRow } from './read-table';

export type StoredImport = {
  readonly id: string;
  readonly filename: string;
  readonly channel: ChannelId;
  readonly columns: readonly string[];
  readonly mapping: ImportMapping | null;
  readonly proof: ImportProof | null;
  readonly rowCount: number;
  readonly report: ImportReport | null;
  readonly appliedAt: Date | null;
  readonly createdAt: Date;
};

const columns = `id, filename, channel, columns, mapping, proof, row_count AS "rowCount", report,
  applied_at AS "appliedAt", created_at AS "createdAt"`;

export async function selectImport(id: string): Promise<StoredImport | undefined> {
  const { rows } = await getPool().query<StoredImport>(`SELECT ${columns} FROM contact_imports WHERE id = $1`, [id]);
  return rows[0];
}

/** The newest files that were brought in. */
export async function listImports(channel: ChannelId): Promise<readonly StoredImport[]> {
  const { rows } = await getPool().query<StoredImport>(
    `SELECT ${columns} FROM contact_imports WHERE channel = $1::channel_name ORDER BY created_at DESC LIMIT 50`,
    [channel],
  );
  return rows;
}

/** The import as it stands, kept from others who would change it until the transaction ends. */
export async function lockImport(client: PoolClient, id: string): Promise<StoredImport | undefined> {
  const { rows } = await client.query<StoredImport>(`SELECT ${columns} FROM contact_imports WHERE id = $1 FOR UPDATE`, [
    id,
  ]);
  return rows[0];
}

export type NewImport = Pick<StoredImport, 'id' | 'filename' | 'channel' | 'columns'>;

/** Adds a file without its rows. */
export async function insertImport(client: PoolClient, { id, filename, channel, columns }: NewImport): Promise<void> {
  await client.query(
    `INSERT INTO contact_imports (id, filename, channel, columns, row_count)
     SELECT $1, g.filename, $3::channel_name, g.columns, 0
     FROM jsonb_to_record($2::jsonb) AS g(filename text, columns text[])`,
    [id, storableJson({ filename, columns }), channel],
  );
}

export async function insertRows(client: PoolClient, id: string, rows: readonly TableRow[]): Promise<void> {
  await client.query(
    `INSERT INTO contact_import_rows (import_id, row, cells, traces, problem_code) SELECT $1, g.row, g.cells, g.traces, g.problem
     FROM jsonb_to_recordset($2::jsonb) AS g(row int, cells text[], traces text[], problem text)`,
    [
      id,
      storableJson(rows.map((row) => ({ ...row, cells: row.cells.map(sealCell), traces: tracesOfCells(row.cells) }))),
    ],
  );
  await client.query('UPDATE contact_imports SET row_count = row_count + $2 WHERE id = $1', [id, rows.length]);
}

const sealCell = (cell: string) => sealText('contact_import_rows.cells', cell);

export type StoredRow = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly problem: ImportProblem | null;
  readonly contactId: string | null;
};

/** The next rows after one, by their numbers. */
export async function selectRows(
  client: Pick<PoolClient, 'query'>,
  id: string,
  after: number,
  limit: number,
): Promise<readonly StoredRow[]> {
  const { rows } = await client.query<StoredRow>(
    `SELECT row, cells, problem_code AS problem, contact_id AS "contactId"
     FROM contact_import_rows WHERE import_id = $1 AND row > $2 ORDER BY row LIMIT $3`,
    [id, after, limit],
  );
  return rows;
}

/** The next rows of which there is something to say. */
export async function selectProblemRows(id: string, after: number, limit: number): Promise<readonly StoredRow[]> {
  const { rows } = await getPool().query<StoredRow>(
    `SELECT row, cells, problem_code AS problem, contact_id AS "contactId" FROM contact_import_rows
     WHERE import_id = $1 AND row > $2 AND problem_code IS NOT NULL ORDER BY row LIMIT $3`,
    [id, after, limit],
  );
  return rows;
}

/** Notes what is wrong with rows; null where nothing is. What was found while the file was read stays. */
export async function setProblems(
  client: PoolClient,
  id: string,
  rows: readonly Pick<StoredRow, 'row' | 'problem'>[],
): Promise<void> {
  await client.query(
    `UPDATE contact_import_rows r SET problem_code = g.problem
     FROM jsonb_to_recordset($2::jsonb) AS g(row int, problem text)
     WHERE r.import_id = $1 AND r.row = g.row AND r.problem_code IS DISTINCT FROM g.problem
       AND (r.problem_code IS NULL OR r.problem_code <> ALL($3))`,
    [id, storableJson(rows), structuralProblems],
  );
}

/** Which of these numbers are contacts already, and which of those want no messages. */
export async function selectKnownPhones(
  client: PoolClient,
  channel: ChannelId,
  phones: readonly string[],
): Promise<readonly { readonly phone: string; readonly isOptedOut: boolean }[]> {
  const { rows } = await client.query<{ readonly phone: string; readonly isOptedOut: boolean }>(
    `SELECT phone, opted_out_at IS NOT NULL AS "isOptedOut" FROM contacts
     WHERE channel = $1::channel_name AND phone_hash = ANY($2)`,
    [channel, phones.flatMap((phone) => blindIndexes('phone', phone))],
  );
  return rows;
}

/** Whether contacts were made of the file, or of a part of it. */
export async function isBegun(client: PoolClient, id: string): Promise<boolean> {
  const { rows } = await client.query<{ readonly isBegun: boolean }>(
    `SELECT applied_at IS NOT NULL OR EXISTS (SELECT 1 FROM contact_import_rows r
       WHERE r.import_id = i.id AND r.contact_id IS NOT NULL) AS "isBegun"
     FROM contact_imports i WHERE id = $1`,
    [id],
  );
  return rows[0]?.isBegun ?? false;
}

export async function setMapping(client: PoolClient, id: string, mapping: ImportMapping): Promise<void> {
  await client.query('UPDATE contact_imports SET mapping = $2 WHERE id = $1', [id, storableJson(mapping)]);
}

export async function setReport(client: PoolClient, id: string, report: ImportReport): Promise<void> {
  await client.query('UPDATE contact_imports SET report = $2 WHERE id = $1', [id, storableJson(report)]);
}

export async function setProof(client: PoolClient, id: string, proof: ImportProof): Promise<void> {
  await client.query('UPDATE contact_imports SET proof = $2 WHERE id = $1', [id, storableJson(proof)]);
}

/** Notes whom rows became. */
export async function setContacts(
  client: PoolClient,
  id: string,
  rows: readonly { readonly row: number; readonly contactId: string }[],
): Promise<void> {
  await client.query(
    `UPDATE contact_import_rows r SET contact_id = g."contactId"
     FROM jsonb_to_recordset($2::jsonb) AS g(row int, "contactId" uuid) WHERE r.import_id = $1 AND r.row = g.row`,
    [id, storableJson(rows)],
  );
}

/**
 * Records for everybody of these rows that they agreed to marketing, unless it is recorded so already, they want nothing at
 * all, or they took an agreement back after that day.
 */
export async function insertConsents(
  client: PoolClient,
  id: string,
  rows: readonly number[],
  { proof, agreedOn }: { readonly proof: string; readonly agreedOn: string },
): Promise<void> {
  // Whoever takes an agreement back in this moment holds their contact: what they said is seen here, or comes later.
  await client.query(
    `SELECT 1 FROM contacts WHERE id IN (SELECT contact_id FROM contact_import_rows WHERE import_id = $1 AND row = ANY($2))
     ORDER BY id FOR NO KEY UPDATE`,
    [id, rows],
  );
  await client.query(
    `INSERT INTO consent_records (contact_id, purpose, status, language, channel, proof, at)
     SELECT DISTINCT ON (c.id) c.id, 'marketing', 'given', c.language, c.channel, $3, ${agreedAt}
     FROM contact_import_rows r JOIN contacts c ON c.id = r.contact_id
     WHERE r.import_id = $1 AND r.row = ANY($2) AND c.opted_out_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM consent_records k WHERE k.contact_id = c.id AND k.purpose = 'marketing'
         AND (k.proof = $3 OR (k.status = 'withdrawn' AND k.at >= ${agreedAt})))`,
    [id, rows, proof, agreedOn],
  );
}

/** The end of the day on which they agreed, in India, or now where that is earlier. */
const agreedAt = `LEAST(now(), ($4::date + 1)::timestamp AT TIME ZONE 'Asia/Kolkata')`;

/** Says of everybody who was taken in whether they will not be written to, and finishes the import. */
export async function finishImport(client: PoolClient, id: string): Promise<void> {
  await client.query(
    `UPDATE contact_import_rows r SET problem_code = s.problem
     FROM (
       SELECT i.row, CASE WHEN c.opted_out_at IS NOT NULL THEN 'contact.optedOut'
           WHEN k.status = 'withdrawn' THEN 'consent.withdrawn'
           WHEN k.status IS NULL AND c.channel <> 'simulator' THEN 'consent.missing' END AS problem
       FROM contact_import_rows i JOIN contacts c ON c.id = i.contact_id
       LEFT JOIN LATERAL (SELECT status FROM consent_records k WHERE k.contact_id = c.id AND k.purpose = 'marketing'
         ORDER BY k.id DESC LIMIT 1) k ON TRUE
       WHERE i.import_id = $1
     ) s
     WHERE r.import_id = $1 AND r.row = s.row AND r.problem_code IS DISTINCT FROM s.problem`,
    [id],
  );
  await client.query('UPDATE contact_imports SET applied_at = COALESCE(applied_at, now()) WHERE id = $1', [id]);
}

/** Tells the planner of many new rows at once; by itself it would learn of them a minute later, and read whole tables until then. */
export async function noteManyRows(
  table: 'contact_import_rows' | 'contacts' | 'leads' | 'consent_records',
): Promise<void> {
  await getPool().query(`ANALYZE ${table}`);
}

/** How many rows have which problem. */
export async function countProblems(client: PoolClient, id: string): Promise<ImportReport['problems']> {
  const { rows } = await client.query<ImportReport['problems'][number]>(
    `SELECT problem_code AS code, count(*)::int AS count FROM contact_import_rows
     WHERE import_id = $1 AND problem_code IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
    [id],
  );
  return rows;
}

/** Rows that are taken in although there is something to say of them. */
export function isLeftOut(problem: ImportProblem | null): boolean {
  return problem !== null && !standingProblems.includes(problem);
}
