import type { ChannelId } from '../../channels/channel';
import { getPool } from '../../db/pool';
import type { HandoverView } from '../inbox-views';

/** A contact and who has their conversation. */
export type StoredThread = {
  readonly id: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly channel: ChannelId;
  readonly language: string;
  readonly timezone: string;
  readonly optedOutAt: Date | null;
  readonly lastInboundAt: Date | null;
  readonly handover: HandoverView | null;
  readonly lastAt: Date | null;
  readonly readPosition: string;
};

export async function selectThread(contactId: string, userId: string): Promise<StoredThread | undefined> {
  const { rows } = await getPool().query<StoredThread>(
    `SELECT c.id, COALESCE(NULLIF(btrim(c.name), ''), NULLIF(btrim(l.facts->>'name'), '')) AS name, c.phone, c.channel, c.language,
       c.timezone, c.opted_out_at AS "optedOutAt", c.last_inbound_at AS "lastInboundAt",
       COALESCE(r.position, 0)::text AS "readPosition", v.last_at AS "lastAt", CASE WHEN h.id IS NOT NULL THEN jsonb_build_object('id', h.id,
         'status', h.status, 'askedBy', h.asked_by, 'reason', h.reason, 'summary', h.summary,
         'assignee', CASE WHEN h.assignee_id IS NOT NULL THEN jsonb_build_object('id', h.assignee_id, 'name', COALESCE(u.name, '')) END,
         'askedAt', ${iso('h.created_at')}, 'takenAt', ${iso('h.taken_at')}, 'answeredAt', ${iso('h.answered_at')},
         'promisedAt', ${iso('h.promised_at')}) END AS handover
     FROM contacts c
     LEFT JOIN leads l ON l.contact_id = c.id
     LEFT JOIN handovers h ON h.contact_id = c.id AND h.status IN ('requested', 'taken')
     LEFT JOIN users u ON u.id = h.assignee_id
     LEFT JOIN conversations v ON v.contact_id = c.id
     LEFT JOIN conversation_reads r ON r.contact_id = c.id AND r.user_id = $2
     WHERE c.id = $1`,
    [contactId, userId],
  );
  return rows[0];
}

/** The names of people who work here, or worked. */
export async function selectNames(userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map();
  const { rows } = await getPool().query<{ id: string; name: string }>(
    'SELECT id, name FROM users WHERE id = ANY($1)',
    [userIds],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Notes how far somebody has read; never backwards. */
export async function markRead(userId: string, contactId: string, position: string): Promise<void> {
  await getPool().query(
    `INSERT INTO conversation_reads AS r (user_id, contact_id, position) VALUES ($1, $2, $3)
     ON CONFLICT (user_id, contact_id) DO UPDATE SET position = GREATEST(r.position, excluded.position)`,
    [userId, contactId, position],
  );
}

/** Keeps a conversation out of the queues until then; null brings it back. */
export async function snooze(contactId: string, until: string | null): Promise<void> {
  await getPool().query(
    `WITH put AS (UPDATE conversations SET snoozed_until = $2 WHERE contact_id = $1 RETURNING contact_id)
     SELECT pg_notify('inbox', contact_id::text) FROM put`,
    [contactId, until],
  );
}

function iso(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
