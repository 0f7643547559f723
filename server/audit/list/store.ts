import { getPool } from '../../db/pool';
import type { AuditAct } from '../audit-entry';

/** One row of the log as owners read it. `subjectName` is what its subject is called now; null when it is gone. */
export type AuditRow = Readonly<{
  id: string;
  at: string;
  actorId: string | null;
  actorName: string;
  act: string;
  subjectType: string | null;
  subjectId: string | null;
  subjectName: string | null;
  detail: Readonly<Record<string, unknown>>;
}>;

export type AuditFilter = Readonly<{
  /** Looked for in who, what, to whom and the details. */
  search: string | null;
  act: AuditAct | null;
  actorId: string | null;
  from: string | null;
  until: string | null;
  /** The id of the oldest row that is known already. */
  before: string | null;
}>;

const PAGE = 50;

/** The newest rows that fit, and the id from which the next ones are older; null when there are none. */
export async function selectAuditRows(
  filter: AuditFilter,
): Promise<{ readonly rows: readonly AuditRow[]; readonly next: string | null }> {
  const { search, act, actorId, from, until, before } = filter;
  const { rows } = await getPool().query<Omit<AuditRow, 'at'> & { at: Date }>(
    `SELECT e.id::text, e.at, e.actor_id AS "actorId", e.actor_name AS "actorName", e.act, e.subject_type AS "subjectType",
       e.subject_id AS "subjectId", e.detail, ${subjectName} AS "subjectName"
     FROM audit_entries e
     WHERE ($1::text IS NULL OR strpos(lower(concat_ws(' ', e.actor_name, e.act, e.subject_id, e.detail::text)), lower($1)) > 0
         OR EXISTS (SELECT FROM users u WHERE u.id = e.subject_id AND strpos(lower(u.name), lower($1)) > 0))
       AND ($2::text IS NULL OR e.act = $2) AND ($3::text IS NULL OR e.actor_id = $3)
       AND ($4::timestamptz IS NULL OR e.at >= $4) AND ($5::timestamptz IS NULL OR e.at < $5)
       AND ($6::bigint IS NULL OR e.id < $6)
     ORDER BY e.id DESC LIMIT ${PAGE + 1}`,
    [search, act, actorId, from, until, before],
  );
  const page = rows.slice(0, PAGE).map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
  return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
}

const subjectName = `CASE e.subject_type
  WHEN 'user' THEN (SELECT name FROM users WHERE id = e.subject_id)
  WHEN 'contact' THEN (SELECT name FROM contacts WHERE id = e.subject_id::uuid)
  WHEN 'campaign' THEN (SELECT name FROM campaigns WHERE id = e.subject_id::uuid) END`;
