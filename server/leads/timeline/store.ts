import { getPool } from '../../db/pool';
import { whyAsked } from '../sql';
import type { TimelineCursor, TimelineWhat } from './timeline-entry';

/** What happened, of a message the whole of it. */
type StoredWhat =
  | Exclude<TimelineWhat, { kind: 'message' }>
  | (Omit<Extract<TimelineWhat, { kind: 'message' }>, 'text'> & { readonly content: unknown });

export type StoredEntry = { readonly id: string; readonly at: Date; readonly what: StoredWhat };

/** Kinds that hold what a customer said or sent, or what officers wrote about them. */
const privateKinds = ['message', 'note', 'task', 'document', 'fact'] as const;

export type TimelineQuestion = Readonly<{
  contactId: string;
  before: TimelineCursor | null;
  limit: number;
  /** Whether private kinds are left out. */
  isMasked: boolean;
}>;

/** What happened with a contact before a moment, the newest first. */
export async function selectTimeline(question: TimelineQuestion): Promise<readonly StoredEntry[]> {
  const { contactId, before, limit, isMasked } = question;
  const wanted = sources.filter(({ kinds }) => !isMasked || !kinds.every((kind) => isPrivate(kind)));
  const { rows } = await getPool().query<StoredEntry>(
    `SELECT e.id, e.at, e.what FROM (${wanted.map(({ sql }) => sql).join(' UNION ALL ')}) e
     WHERE ($2::timestamptz IS NULL OR (e.at, e.id) < ($2, $3::text)) AND e.what->>'kind' <> ALL($5::text[])
     ORDER BY e.at DESC, e.id DESC LIMIT $4`,
    [contactId, before?.at ?? null, before?.id ?? null, limit, isMasked ? privateKinds : []],
  );
  return rows;
}

function isPrivate(kind: string): boolean {
  return privateKinds.some((known) => known === kind);
}

type Source = Readonly<{ kinds: readonly TimelineWhat['kind'][]; sql: string }>;

/** A source of entries from rows `x`. `what` is the rest of the entry, as keys and values; of several kinds, the whole of it. */
function source(kinds: Source['kinds'], table: string, id: string, at: string, what: string, where: string): Source {
  const entry = kinds.length === 1 ? `jsonb_build_object('kind', '${kinds[0]}', ${what})` : what;
  return { kinds, sql: `SELECT ${id} AS id, ${at} AS at, ${entry} AS what FROM ${table} ${where}` };
}

/** A person of ours, for the table `u` of users that was joined by `id`. */
const person = (id: string, users: string) =>
  `CASE WHEN ${id} IS NOT NULL THEN jsonb_build_object('id', ${id}, 'name', COALESCE(${users}.name, '')) END`;

const filled = `(SELECT jsonb_agg(jsonb_build_object('slot', e->>'slot', 'value', e->'value'))
  FROM jsonb_array_elements(x.events) e WHERE e->>'type' = 'slot.filled' AND e->>'source' = 'customer')`;

const handoverStep = (step: string, at: string, by: string): Source =>
  source(
    ['handover'],
    `handovers x LEFT JOIN users u ON u.id = ${by}`,
    `'handover:${step}:' || x.id`,
    `x.${at}`,
    `'step', '${step}', 'status', x.status, 'reason', ${whyAsked('x')},
      'actor', ${person(by, 'u')}`,
    `WHERE x.contact_id = $1 AND x.${at} IS NOT NULL`,
  );

const sources: readonly Source[] = [
  source(
    ['message'],
    'messages x LEFT JOIN users u ON u.id = x.author_id',
    `'message:' || x.id`,
    'x.at',
    `'direction', x.direction, 'type', x.content->>'type', 'content', x.content, 'author', ${person('x.author_id', 'u')}`,
    'WHERE x.contact_id = $1',
  ),
  source(
    ['state'],
    'turns x',
    `'state:' || x.id`,
    'x.at',
    `'from', x.state_before, 'to', x.state_after`,
    'WHERE x.contact_id = $1 AND x.state_before IS DISTINCT FROM x.state_after',
  ),
  source(
    ['filled'],
    'turns x',
    `'filled:' || x.id`,
    'x.at',
    `'slots', ${filled}`,
    `WHERE x.contact_id = $1 AND x.events @? '$[*] ? (@.type == "slot.filled" && @.source == "customer")'`,
  ),
  source(
    ['stage', 'fact', 'assigned', 'tags', 'outcome'],
    `lead_events x LEFT JOIN users u ON u.id = x.actor_id LEFT JOIN users given ON given.id = x.detail->>'to'`,
    `'event:' || x.id`,
    'x.at',
    `x.detail || jsonb_build_object('kind', x.kind, 'actor', ${person('x.actor_id', 'u')}) ||
      CASE x.kind WHEN 'assigned' THEN jsonb_build_object('to', ${person(`x.detail->>'to'`, 'given')})
        WHEN 'fact' THEN jsonb_build_object('from', x.detail->'before', 'to', x.detail->'after') ELSE '{}' END`,
    `WHERE x.contact_id = $1 AND x.kind IN ('stage', 'fact', 'assigned', 'tags', 'outcome')`,
  ),
  source(
    ['note'],
    'notes x LEFT JOIN users u ON u.id = x.author_id',
    `'note:' || x.id`,
    'x.created_at',
    `'body', x.body, 'actor', ${person('x.author_id', 'u')}`,
    'WHERE x.contact_id = $1',
  ),
  source(
    ['task'],
    'tasks x LEFT JOIN users u ON u.id = x.author_id',
    `'task:' || x.id`,
    'COALESCE(x.done_at, x.created_at)',
    `'title', x.title, 'isDone', x.done_at IS NOT NULL, 'actor', ${person('x.author_id', 'u')}`,
    'WHERE x.contact_id = $1',
  ),
  source(
    ['followUp'],
    'follow_ups x',
    `'followUp:' || x.id`,
    'x.created_at',
    `'status', x.status, 'reason', x.reason, 'dueAt', to_char(x.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    'WHERE x.contact_id = $1',
  ),
  handoverStep('requested', 'created_at', 'NULL::text'),
  handoverStep('taken', 'taken_at', 'x.assignee_id'),
  handoverStep('ended', 'ended_at', 'x.ended_by'),
  source(
    ['campaign'],
    'campaign_recipients x JOIN campaigns k ON k.id = x.campaign_id',
    `'campaign:' || x.campaign_id`,
    'x.queued_at',
    `'name', k.name, 'status', CASE WHEN x.replied_at IS NULL THEN x.status::text ELSE 'replied' END`,
    'WHERE x.contact_id = $1 AND x.queued_at IS NOT NULL',
  ),
  source(
    ['consent'],
    'consent_records x',
    `'consent:' || x.id`,
    'x.at',
    `'purpose', x.purpose, 'status', x.status`,
    'WHERE x.contact_id = $1',
  ),
  source(
    ['document'],
    'media_files x',
    `'document:' || x.id`,
    'x.created_at',
    `'file', COALESCE(x.filename, x.kind), 'status', x.status`,
    `WHERE x.contact_id = $1 AND x.kind NOT IN ('voice', 'audio', 'sticker')`,
  ),
];
