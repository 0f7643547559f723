import type { Actor } from '../../auth/actor';
import type { ChannelId } from '../../channels/channel';
import { getPool } from '../../db/pool';
import { type Parameters, parameters } from '../../leads/filter/parameters';
import { readableConversation, visibleLead } from '../../leads/visibility/store';
import type { ConversationCounts, ConversationStatus } from '../inbox-views';
import type { ListRequest } from './list-request';

/** A conversation as it is stored, for the list. */
export type StoredConversation = {
  readonly contactId: string;
  readonly sortKey: string | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly language: string;
  readonly channel: ChannelId;
  readonly status: ConversationStatus;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly askedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly lastInboundAt: Date | null;
  readonly lastAt: Date;
  readonly lastDirection: 'in' | 'out';
  readonly lastAuthorId: string | null;
  readonly lastContent: unknown;
  readonly unread: number;
  readonly score: number | null;
  readonly stage: string | null;
  readonly snoozedUntil: Date | null;
};

/** The request, and whom its search has found (null: it searches for nothing). */
type Question = ListRequest & { readonly found: readonly string[] | null };

/** The next conversations of a queue, in its order. Only the page itself is joined with what lists show. */
export async function selectConversations(
  actor: Actor,
  question: Question,
  nowMs: number,
  limit: number,
): Promise<readonly StoredConversation[]> {
  const given = parameters();
  const me = given.add(actor.id);
  const order = orderOf(question, given);
  const where = [...conditionsOf(actor, question, me, nowMs, given), ...order.after];
  const { rows } = await getPool().query<StoredConversation>(
    `SELECT p."contactId", p."sortKey", COALESCE(NULLIF(btrim(c.name), ''), NULLIF(btrim(l.facts->>'name'), '')) AS name, c.phone,
       c.language, p.channel, p.status, p.assignee_id AS "assigneeId", u.name AS "assigneeName", p.asked_at AS "askedAt",
       h.answered_at AS "answeredAt", c.last_inbound_at AS "lastInboundAt", p.last_at AS "lastAt",
       p.last_direction AS "lastDirection", m.author_id AS "lastAuthorId", m.content AS "lastContent", l.score, l.stage,
       p.snoozed_until AS "snoozedUntil", unread.count AS unread
     FROM (SELECT v.*, v.contact_id AS "contactId", ${order.key} AS "sortKey", row_number() OVER (ORDER BY ${order.by}) AS place
       FROM conversations v ${joins(question, me)} WHERE ${where.join(' AND ')} ORDER BY ${order.by} LIMIT ${given.add(limit)}) p
     JOIN contacts c ON c.id = p.contact_id
     LEFT JOIN leads l ON l.contact_id = p.contact_id
     LEFT JOIN users u ON u.id = p.assignee_id
     LEFT JOIN handovers h ON h.id = p.handover_id
     LEFT JOIN messages m ON m.id = p.last_message_id
     LEFT JOIN conversation_reads r ON r.contact_id = p.contact_id AND r.user_id = ${me}
     CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM (SELECT FROM messages i WHERE i.contact_id = p.contact_id
       AND i.direction = 'in' AND i.position > COALESCE(r.position, 0) LIMIT 100) seen) unread
     ORDER BY p.place`,
    [...given.values],
  );
  return rows;
}

function joins({ sort, unreadOnly }: Question, me: string): string {
  return [
    'LEFT JOIN leads l ON l.contact_id = v.contact_id',
    ...(sort === 'slaFirst' ? ['LEFT JOIN handovers h ON h.id = v.handover_id'] : []),
    ...(unreadOnly ? [`LEFT JOIN conversation_reads r ON r.contact_id = v.contact_id AND r.user_id = ${me}`] : []),
  ].join(' ');
}

function conditionsOf(actor: Actor, question: Question, me: string, nowMs: number, { add }: Parameters): string[] {
  const { queue, languages, bands, unreadOnly, found } = question;
  return [
    // What a colleague has taken is in the list of all, and in none of those that are worked through.
    queue === 'all' ? readableConversation(actor, me) : visibleLead(actor, me),
    queueSql(queue, me, `${add(new Date(nowMs))}::timestamptz`),
    ...(found === null ? [] : [`v.contact_id = ANY(${add(found)}::uuid[])`]),
    ...(languages.length === 0
      ? []
      : [`EXISTS (SELECT FROM contacts s WHERE s.id = v.contact_id AND s.language = ANY(${add(languages)}::text[]))`]),
    ...(bands.length === 0 ? [] : [`(${bands.map((band) => bandSql[band]).join(' OR ')})`]),
    ...(unreadOnly ? ['v.in_position > COALESCE(r.position, 0)'] : []),
  ];
}

const bandSql = {
  hot: 'l.score >= 70',
  warm: 'l.score BETWEEN 40 AND 69',
  cold: 'COALESCE(l.score, 0) < 40',
} as const;

function queueSql(queue: Question['queue'], me: string, now: string): string {
  const isSnoozed = `(v.snoozed_until IS NOT NULL AND v.snoozed_until > ${now})`;
  switch (queue) {
    case 'needsHuman':
      return `v.status = 'requested' AND NOT ${isSnoozed}`;
    case 'mine':
      return `v.assignee_id = ${me} AND v.status IN ('requested', 'taken') AND NOT ${isSnoozed}`;
    case 'waiting':
      return `v.status IN ('requested', 'taken') AND (v.status = 'taken' AND v.last_direction = 'out' OR ${isSnoozed})`;
    case 'bot':
      return `v.status = 'bot' AND ${now} IS NOT NULL`;
    case 'closed':
      return `v.status = 'closed' AND ${now} IS NOT NULL`;
    case 'all':
      return `${now} IS NOT NULL`;
    default:
      return queue satisfies never;
  }
}

type Order = { readonly key: string; readonly by: string; readonly after: readonly string[] };

/** The longest waiting first where people wait; elsewhere nobody does, and the newest comes first. */
function orderOf({ sort, queue, after }: Question, { add }: Parameters): Order {
  const waits = queue === 'needsHuman' || queue === 'mine' || queue === 'waiting';
  const place = placeOf(after);
  if (sort === 'newest' || !waits) {
    const behind =
      place && `(v.last_at, v.contact_id) < (${add(place.key)}::timestamptz, ${add(place.contactId)}::uuid)`;
    return { key: isoSql('v.last_at'), by: 'v.last_at DESC, v.contact_id DESC', after: behind ? [behind] : [] };
  }
  const column =
    sort === 'slaFirst'
      ? `COALESCE(CASE WHEN h.answered_at IS NULL THEN v.asked_at END, 'infinity')`
      : `COALESCE(v.asked_at, 'infinity')`;
  const key = place?.key === '' ? 'infinity' : place?.key;
  const behind = place && `(${column}, v.contact_id) > (${add(key)}::timestamptz, ${add(place.contactId)}::uuid)`;
  const shown = `CASE WHEN ${column} < 'infinity' THEN ${isoSql(column)} END`;
  return { key: shown, by: `${column}, v.contact_id`, after: behind ? [behind] : [] };
}

function isoSql(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** "time|contact", as a page before gave it; anything else begins at the beginning. */
function placeOf(after: string | null): { readonly key: string; readonly contactId: string } | undefined {
  const read = /^((?:\d{4}-\d\d-\d\dT[\d:.]{8,12}Z)?)\|([0-9a-f-]{36})$/.exec(after ?? '');
  const [, key, contactId] = read ?? [];
  return key === undefined || contactId === undefined ? undefined : { key, contactId };
}

const MOST_COUNTED = 10_000;

/** How many conversations of each queue the officer may see, each counted up to 10,000. */
export async function selectCounts(actor: Actor, nowMs: number): Promise<ConversationCounts> {
  const given = parameters();
  const me = given.add(actor.id);
  const now = `${given.add(new Date(nowMs))}::timestamptz`;
  const count = (condition: string) =>
    `(SELECT count(*)::int FROM (SELECT FROM conversations v LEFT JOIN leads l ON l.contact_id = v.contact_id
       WHERE ${visibleLead(actor, me)} AND ${condition} LIMIT ${MOST_COUNTED}) found)`;
  const queueOf = (queue: Question['queue']) => count(queueSql(queue, me, now));
  const unread = `v.in_position > COALESCE((SELECT r.position FROM conversation_reads r
    WHERE r.user_id = ${me} AND r.contact_id = v.contact_id), 0)`;
  const { rows } = await getPool().query<ConversationCounts>(
    `SELECT ${queueOf('needsHuman')} AS "needsHuman", ${queueOf('mine')} AS mine, ${queueOf('bot')} AS bot,
       ${queueOf('waiting')} AS waiting, ${queueOf('closed')} AS closed,
       ${count(`${queueSql('mine', me, now)} AND ${unread}`)} AS "unreadMine"`,
    [...given.values],
  );
  const [counts] = rows;
  if (!counts) throw new Error('Counting gives one row.');
  return counts;
}
