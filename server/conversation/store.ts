import { getPool } from '../db/pool';
import type { SendProgress } from '../outbox/enqueue/store';
import type { ContactView } from './conversation-view';

/** How far back a conversation is read. */
const MOST_MESSAGES = 500;
const MOST_TURNS = 200;

/** A contact as lists show it. */
export type ContactRow = {
  readonly id: string;
  readonly channel: ContactView['channel'];
  readonly name: string | null;
  readonly language: string;
  readonly optedOutAt: Date | null;
  readonly lastMessageAt: Date | null;
  readonly lastContent: unknown;
  readonly flowId: string | null;
  readonly flowVersion: number | null;
  readonly state: string | null;
};

/** The simulator's contacts, those with the newest message first. */
export async function selectSimulatedContacts(): Promise<readonly ContactRow[]> {
  const { rows } = await getPool().query<ContactRow>(
    `${contactSql} WHERE c.channel = 'simulator' ORDER BY COALESCE(m.at, c.created_at) DESC LIMIT 200`,
  );
  return rows;
}

export async function selectContact(contactId: string): Promise<ContactRow | undefined> {
  const { rows } = await getPool().query<ContactRow>(`${contactSql} WHERE c.id = $1`, [contactId]);
  return rows[0];
}

const contactSql = `
  SELECT c.id, c.channel, c.name, c.language, c.opted_out_at AS "optedOutAt", m.at AS "lastMessageAt",
    m.content AS "lastContent", s.flow_id AS "flowId", s.flow_version AS "flowVersion", s.state_id AS state
  FROM contacts c
  LEFT JOIN LATERAL (SELECT at, content FROM messages m WHERE m.contact_id = c.id ORDER BY position DESC LIMIT 1) m ON true
  LEFT JOIN LATERAL (SELECT flow_id, flow_version, state_id FROM flow_sessions s WHERE s.contact_id = c.id
    ORDER BY (s.status = 'active') DESC, s.started_at DESC LIMIT 1) s ON true`;

/** A message with what is known of its way; `position` and `inboxEntryId` are 64-bit numbers as text. */
export type StoredMessage = {
  readonly id: string;
  readonly position: string;
  readonly turnId: string | null;
  readonly inboxEntryId: string | null;
  readonly direction: 'in' | 'out';
  readonly content: unknown;
  readonly textKeys: readonly string[];
  readonly language: string;
  readonly authorId: string | null;
  readonly at: Date;
  readonly inboxEntry: { readonly status: EntryStatus; readonly payload: unknown } | null;
  /** In the order in which they go over the wire. */
  readonly outbox: readonly StoredSend[];
};

type EntryStatus = 'pending' | 'handled' | 'ignored' | 'parked' | 'dead';

type StoredSend = SendProgress & { readonly payload: unknown; readonly externalId: string | null };

/** The newest messages of a contact, or those before a place, oldest first. */
export async function selectMessages(
  contactId: string,
  before: bigint | null = null,
  most = MOST_MESSAGES,
): Promise<readonly StoredMessage[]> {
  const { rows } = await getPool().query<StoredMessage>(
    `SELECT m.id, m.position, m.turn_id AS "turnId", m.inbox_entry_id AS "inboxEntryId", m.direction, m.content,
       m.text_keys AS "textKeys", m.language, m.author_id AS "authorId", m.at,
       (SELECT jsonb_build_object('status', i.status, 'payload', i.payload) FROM inbox_entries i
        WHERE i.id = m.inbox_entry_id) AS "inboxEntry",
       (SELECT COALESCE(jsonb_agg(jsonb_build_object('status', o.status, 'delivery', o.delivery, 'payload', o.payload,
          'externalId', o.external_id, 'problemCode', o.problem_code, 'problemDetail', o.problem_detail)
          ORDER BY o.idx), '[]') FROM outbox_entries o WHERE o.message_id = m.id) AS outbox
     FROM messages m WHERE m.contact_id = $1 AND ($2::bigint IS NULL OR m.position < $2)
     ORDER BY m.position DESC LIMIT $3`,
    [contactId, before?.toString() ?? null, most],
  );
  return rows.reverse();
}

/** The newest messages of a contact, oldest first, without what belongs to them. */
export async function selectLatestContents(
  contactId: string,
  count: number,
): Promise<readonly Pick<StoredMessage, 'direction' | 'content'>[]> {
  const { rows } = await getPool().query<Pick<StoredMessage, 'direction' | 'content'>>(
    'SELECT direction, content FROM messages WHERE contact_id = $1 ORDER BY position DESC LIMIT $2',
    [contactId, count],
  );
  return rows.reverse();
}

/** What came in and has not been answered yet. */
export type OpenEntry = {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly status: EntryStatus;
  readonly occurredAt: Date;
};

/** Those of a contact, oldest first. */
export async function selectOpenEntries(contactId: string): Promise<readonly OpenEntry[]> {
  const { rows } = await getPool().query<OpenEntry>(
    `SELECT i.id, i.kind, i.payload, i.status, i.occurred_at AS "occurredAt" FROM inbox_entries i
     WHERE i.contact_id = $1 AND i.status IN ('pending', 'dead')
       AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.inbox_entry_id = i.id)
     ORDER BY i.occurred_at, i.id LIMIT $2`,
    [contactId, MOST_MESSAGES],
  );
  return rows;
}

/** A turn's record. */
export type StoredTurn = {
  readonly id: string;
  readonly contactId: string;
  readonly seq: number;
  readonly flowId: string;
  readonly flowVersion: number;
  readonly stateBefore: string | null;
  readonly stateAfter: string;
  readonly input: unknown;
  readonly understanding: unknown;
  readonly events: unknown;
  readonly timings: unknown;
  readonly cost: unknown;
  readonly at: Date;
};

const turnSql = `SELECT id, contact_id AS "contactId", seq, flow_id AS "flowId", flow_version AS "flowVersion",
  state_before AS "stateBefore", state_after AS "stateAfter", input, understanding, events, timings, cost, at FROM turns`;

/** The newest turns of a contact, oldest first. */
export async function selectTurns(contactId: string): Promise<readonly StoredTurn[]> {
  const { rows } = await getPool().query<StoredTurn>(`${turnSql} WHERE contact_id = $1 ORDER BY at DESC LIMIT $2`, [
    contactId,
    MOST_TURNS,
  ]);
  return rows.reverse();
}

/** One turn; undefined when there is none. */
export async function selectTurn(turnId: string): Promise<StoredTurn | undefined> {
  const { rows } = await getPool().query<StoredTurn>(`${turnSql} WHERE id = $1`, [turnId]);
  return rows[0];
}

/** The state of the session that runs, or of the last one. */
export async function selectSession(contactId: string): Promise<unknown> {
  const { rows } = await getPool().query<{ state: unknown }>(
    'SELECT state FROM flow_sessions WHERE contact_id = $1 ORDER BY status, started_at DESC LIMIT 1',
    [contactId],
  );
  return rows[0]?.state;
}
