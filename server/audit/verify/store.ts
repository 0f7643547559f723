import { getPool } from '../../db/pool';

/** Whether the log is as it was written. `firstBroken` is the id of the first row that is not, or that follows a gap. */
export type AuditVerdict = Readonly<{ isWhole: boolean; checked: number; firstBroken: string | null }>;

const ROWS_AT_ONCE = 20_000;

/** Walks the whole log from its first row and seals each one again: a changed, added or missing row breaks the chain there. */
export async function verifyAudit(rowsAtOnce: number = ROWS_AT_ONCE): Promise<AuditVerdict> {
  let last = { id: '0', hash: '' };
  let checked = 0;
  for (;;) {
    const { rows } = await getPool().query<Stretch>(stretchSql, [last.id, last.hash, rowsAtOnce]);
    const [stretch] = rows;
    if (!stretch || stretch.checked === 0) return { isWhole: true, checked, firstBroken: null };
    checked += stretch.checked;
    if (stretch.firstBroken !== null) return { isWhole: false, checked, firstBroken: stretch.firstBroken };
    last = { id: stretch.lastId, hash: stretch.lastHash };
  }
}

type Stretch = Readonly<{ checked: number; firstBroken: string | null; lastId: string; lastHash: string }>;

/** $1 and $2: the id and the seal of the last row that was checked, $3: how many to check. */
const stretchSql = `
  WITH stretch AS (SELECT e.id, e.hash, e AS entry FROM audit_entries e WHERE e.id > $1 ORDER BY e.id LIMIT $3),
  beside AS (SELECT id, hash, entry, lag(id, 1, $1::bigint) OVER run AS before_id, lag(hash, 1, $2::text) OVER run AS before_hash
    FROM stretch WINDOW run AS (ORDER BY id))
  SELECT count(*)::int AS checked,
    min(id) FILTER (WHERE id <> before_id + 1 OR hash <> audit_hash(entry, before_hash))::text AS "firstBroken",
    max(id)::text AS "lastId", (array_agg(hash ORDER BY id DESC))[1] AS "lastHash"
  FROM beside`;
