import type { PoolClient } from 'pg';

/** An open handover of theirs. */
export type Held = Readonly<{
  id: string;
  contactId: string;
  status: 'requested' | 'taken';
  askedBy: string;
  language: string;
}>;

/** Handovers before leads, each in the order of contacts, as acts on many leads do; no conversation's row before both. */
export async function holdWork(client: PoolClient, userId: string): Promise<readonly Held[]> {
  const { rows } = await client.query<Held>(
    `SELECT h.id, h.contact_id AS "contactId", h.status, h.asked_by AS "askedBy", c.language
     FROM handovers h JOIN contacts c ON c.id = h.contact_id
     WHERE h.assignee_id = $1 AND h.status IN ('requested', 'taken') ORDER BY h.contact_id FOR UPDATE OF h`,
    [userId],
  );
  await client.query(
    `SELECT FROM leads WHERE assignee_id = $1 OR contact_id = ANY($2::uuid[]) ORDER BY contact_id FOR UPDATE`,
    [userId, rows.map(({ contactId }) => contactId)],
  );
  return rows;
}

/** What waits for them waits for nobody in particular. */
export async function unroute(client: PoolClient, userId: string): Promise<void> {
  await client.query(
    `UPDATE handovers SET assignee_id = NULL, routed_at = NULL WHERE assignee_id = $1 AND status = 'requested'`,
    [userId],
  );
}

/** Says how many. Each lead's history says who let it go, and whoever looks at it is told. */
export async function freeLeads(
  client: PoolClient,
  { actorId, userId, nowMs }: { readonly actorId: string; readonly userId: string; readonly nowMs: number },
): Promise<number> {
  const { rowCount } = await client.query(
    `WITH freed AS (UPDATE leads SET assignee_id = NULL WHERE assignee_id = $1 RETURNING contact_id),
     written AS (INSERT INTO lead_events (contact_id, kind, actor_id, detail, at)
       SELECT contact_id, 'assigned', $2, jsonb_build_object('from', $1::text, 'to', NULL, 'reason', 'officer.left'), $3 FROM freed)
     SELECT pg_notify('inbox', contact_id::text) FROM freed`,
    [userId, actorId, new Date(nowMs)],
  );
  return rowCount ?? 0;
}
