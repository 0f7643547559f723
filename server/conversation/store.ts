import { getPrisma } from '../db/client';
import { getPool } from '../db/pool';
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

/** The newest messages of a contact, or those before a place, oldest first, each with what is known of its way. */
export async function selectMessages(contactId: string, before: bigint | null = null, most = MOST_MESSAGES) {
  const rows = await getPrisma().message.findMany({
    where: { contactId, ...(before === null ? {} : { position: { lt: before } }) },
    orderBy: { position: 'desc' },
    take: most,
    include: {
      inboxEntry: { select: { status: true, payload: true } },
      outbox: {
        orderBy: { idx: 'asc' },
        select: {
          status: true,
          delivery: true,
          payload: true,
          externalId: true,
          problemCode: true,
          problemDetail: true,
        },
      },
    },
  });
  return rows.reverse();
}
export type StoredMessage = Awaited<ReturnType<typeof selectMessages>>[number];

/** The newest messages of a contact, oldest first, without what belongs to them. */
export async function selectLatestContents(contactId: string, count: number) {
  const rows = await getPrisma().message.findMany({
    where: { contactId },
    orderBy: { position: 'desc' },
    take: count,
    select: { direction: true, content: true },
  });
  return rows.reverse();
}

/** What came in and has not been answered yet, oldest first. */
export function selectOpenEntries(contactId: string) {
  return getPrisma().inboxEntry.findMany({
    where: { contactId, status: { in: ['pending', 'dead'] }, message: null },
    orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }],
    take: MOST_MESSAGES,
    select: { id: true, kind: true, payload: true, status: true, occurredAt: true },
  });
}
export type OpenEntry = Awaited<ReturnType<typeof selectOpenEntries>>[number];

/** The newest turns of a contact, oldest first. */
export async function selectTurns(contactId: string) {
  const rows = await getPrisma().turn.findMany({ where: { contactId }, orderBy: { at: 'desc' }, take: MOST_TURNS });
  return rows.reverse();
}

/** One turn; null when there is none. */
export function selectTurn(turnId: string) {
  return getPrisma().turn.findUnique({ where: { id: turnId } });
}
export type StoredTurn = Awaited<ReturnType<typeof selectTurns>>[number];

/** The state of the session that runs, or of the last one. */
export async function selectSession(contactId: string): Promise<unknown> {
  const row = await getPrisma().flowSession.findFirst({
    where: { contactId },
    orderBy: [{ status: 'asc' }, { startedAt: 'desc' }],
    select: { state: true },
  });
  return row?.state;
}
