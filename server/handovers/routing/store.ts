import type { PoolClient } from 'pg';
import { getPool } from '../../db/pool';
import type { OfficerRow } from '../handover-views';

const officersSql = `
  SELECT u.id, u.name, u.languages, u.skills, u.is_available AS "isAvailable", u.most_open AS "mostOpen",
    (SELECT count(*)::int FROM conversations c WHERE c.assignee_id = u.id AND c.status IN ('requested', 'taken')) AS open
  FROM users u WHERE u.role IN ('officer', 'owner') AND u.disabled_at IS NULL`;

/** Everybody who takes conversations over, by name, and how many each has. */
export async function listOfficers(): Promise<readonly OfficerRow[]> {
  const { rows } = await getPool().query<OfficerRow>(`${officersSql} ORDER BY u.name, u.id`);
  return rows;
}

/** Officers only: an owner is routed nothing, unless there is no officer at all. */
export async function selectCandidates(client: PoolClient): Promise<readonly OfficerRow[]> {
  const { rows } = await client.query<OfficerRow>(
    `${officersSql} AND (u.role = 'officer' OR NOT EXISTS
      (SELECT 1 FROM users o WHERE o.role = 'officer' AND o.disabled_at IS NULL))`,
  );
  return rows;
}

export async function setAvailable(userId: string, isAvailable: boolean): Promise<void> {
  await getPool().query('UPDATE users SET is_available = $2, updated_at = now() WHERE id = $1', [userId, isAvailable]);
}

/** An open handover that somebody is to be found for. */
export type RoutableHandover = {
  readonly id: string;
  readonly contactId: string;
  readonly status: 'requested' | 'taken';
  readonly askedBy: string;
  readonly language: string;
  readonly assigneeId: string | null;
  /** Since when the one who has it should have answered, ms since the epoch; null where nobody has it. */
  readonly silentSinceMs: number | null;
};

/** When the customer first wrote after an officer's last message: who goes on writing does not wait anew. */
const unansweredAt = `(SELECT m.at FROM messages m WHERE m.contact_id = h.contact_id AND m.direction = 'in'
  AND m.position > COALESCE((SELECT o.position FROM messages o WHERE o.contact_id = h.contact_id
    AND o.author_id IS NOT NULL ORDER BY o.position DESC LIMIT 1), 0) ORDER BY m.position LIMIT 1)`;

const columns = `h.id, h.contact_id AS "contactId", h.status, h.asked_by AS "askedBy", c.language,
  h.assignee_id AS "assigneeId", CASE WHEN h.assignee_id IS NOT NULL THEN (extract(epoch FROM
    CASE h.status WHEN 'taken' THEN GREATEST(h.routed_at, ${unansweredAt}) ELSE h.routed_at END) * 1000)::float8
    END AS "silentSinceMs"`;

/** One routing at a time: of two, the second sees what the first has given to whom. */
export async function holdRouting(client: PoolClient): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [routingLock]);
}

const routingLock = 4_711_031;

/** The oldest one that nobody was asked to take yet, held until the transaction ends; undefined when there is none. */
export async function holdUnrouted(client: PoolClient): Promise<RoutableHandover | undefined> {
  const { rows } = await client.query<RoutableHandover>(
    `SELECT ${columns} FROM handovers h JOIN contacts c ON c.id = h.contact_id
     WHERE h.status = 'requested' AND h.assignee_id IS NULL AND c.opted_out_at IS NULL
     ORDER BY h.created_at, h.id LIMIT 1 FOR UPDATE OF h SKIP LOCKED`,
  );
  return rows[0];
}

/**
 * Those whose officer may be silent: routed to one who has not taken it, or taken by one whom the customer waits for. Who has
 * opted out waits for nobody.
 */
export async function selectSilent(): Promise<readonly RoutableHandover[]> {
  const { rows } = await getPool().query<RoutableHandover>(`${silentSql} ORDER BY h.routed_at, h.id LIMIT 500`);
  return rows;
}

/** One of them as it stands now, held until the transaction ends; undefined when it is none any more, or somebody else's. */
export async function holdSilent(client: PoolClient, id: string): Promise<RoutableHandover | undefined> {
  const { rows } = await client.query<RoutableHandover>(`${silentSql} AND h.id = $1 FOR UPDATE OF h SKIP LOCKED`, [id]);
  return rows[0];
}

const silentSql = `SELECT ${columns} FROM handovers h JOIN contacts c ON c.id = h.contact_id
   JOIN conversations v ON v.contact_id = h.contact_id
   WHERE h.status IN ('requested', 'taken') AND h.assignee_id IS NOT NULL AND c.opted_out_at IS NULL
     AND (h.status = 'requested' OR v.last_direction = 'in' OR h.answered_at IS NULL)
     AND (v.snoozed_until IS NULL OR v.snoozed_until <= now())`;
