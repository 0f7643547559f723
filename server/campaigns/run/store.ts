import type { Pool, PoolClient } from 'pg';
import type { OutgoingContent } from '@/flows/schema/message';
import { getPool } from '../../db/pool';
import { sendLimits } from '../../outbox/claim/limits';
import type { CampaignEntry } from '../plan/campaign-plan';
import type { StoredCampaign } from '../store';

export type TemplateMessage = Extract<OutgoingContent, { type: 'template' }>;

/** Says that somebody works on the campaign, for so many milliseconds: a sweep leaves it alone meanwhile. */
export async function keepAlive(db: Pool | PoolClient, id: string, forMs: number): Promise<void> {
  await db.query('UPDATE campaigns SET lease_until = now() + make_interval(secs => $2::float8 / 1000) WHERE id = $1', [
    id,
    forMs,
  ]);
}

/** How many of its messages wait in the outbox or are on their way. */
export async function countOutstanding(client: PoolClient, id: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM campaign_recipients
     WHERE campaign_id = $1 AND status = 'queued' AND settled_at IS NULL`,
    [id],
  );
  return rows[0]?.count ?? 0;
}

/** How many messages a second our number may send; of several, the fastest. */
export async function readThroughput(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ most: number | null }>('SELECT max(throughput) AS most FROM whatsapp_numbers');
  return rows[0]?.most ?? sendLimits.throughput;
}

/** What the campaign has used of its own limits so far. */
export type UsedUp = {
  /** When its next message may be queued, ms since the epoch. */
  readonly nextMs: number | null;
  readonly today: number;
  /** Messages that may have to be paid, by template and language. */
  readonly messages: readonly { readonly template: string; readonly language: string; readonly count: number }[];
};

/** $2: since when today is, ISO. Only what has a limit is counted. */
export async function readUsedUp(
  client: PoolClient,
  { id, plan: { schedule } }: StoredCampaign,
  todayFrom: string,
): Promise<UsedUp> {
  const next = await client.query<{ ms: number | null }>(
    'SELECT (extract(epoch FROM next_at) * 1000)::float8 AS ms FROM campaigns WHERE id = $1',
    [id],
  );
  const today =
    schedule.perDay === null
      ? undefined
      : await client.query<{ count: number }>(
          `SELECT count(*)::int AS count FROM campaign_recipients
           WHERE campaign_id = $1 AND status = 'queued' AND queued_at >= $2`,
          [id, todayFrom],
        );
  const messages =
    schedule.budgetInr === null
      ? undefined
      : await client.query<UsedUp['messages'][number]>(
          `SELECT content->>'name' AS template, language, count(*)::int AS count FROM campaign_recipients
           WHERE campaign_id = $1 AND status = 'queued' AND problem_code IS NULL GROUP BY 1, 2`,
          [id],
        );
  return { nextMs: next.rows[0]?.ms ?? null, today: today?.rows[0]?.count ?? 0, messages: messages?.rows ?? [] };
}

export async function writeNext(client: PoolClient, id: string, nextMs: number): Promise<void> {
  await client.query('UPDATE campaigns SET next_at = to_timestamp($2::float8 / 1000) WHERE id = $1', [id, nextMs]);
}

export type PendingRecipient = {
  readonly contactId: string;
  readonly language: string;
  readonly content: TemplateMessage;
  readonly attempts: number;
  readonly sessionId: string | null;
  /** When they last wrote in a conversation that goes on, ms since the epoch; null where none does. */
  readonly liveSinceMs: number | null;
};

/**
 * Whose turn has come, in their order, their contacts locked until the transaction ends. Contacts in a turn of their
 * conversation are left for the next batch: nobody waits for nobody, so that no two can wait for each other.
 */
export async function pickDue(
  client: PoolClient,
  id: string,
  due: { readonly now: string; readonly most: number },
): Promise<readonly PendingRecipient[]> {
  const { rows } = await client.query<PendingRecipient>(
    `SELECT r.contact_id AS "contactId", r.language, r.content, r.attempts, s.id AS "sessionId",
       CASE WHEN s.id IS NOT NULL THEN (extract(epoch FROM c.last_inbound_at) * 1000)::float8 END AS "liveSinceMs"
     FROM (SELECT contact_id, position, due_at, language, content, attempts FROM campaign_recipients
       WHERE campaign_id = $1 AND status = 'pending' AND due_at <= $2 ORDER BY due_at, position LIMIT $3) r
     JOIN contacts c ON c.id = r.contact_id
     LEFT JOIN LATERAL (SELECT id FROM flow_sessions WHERE contact_id = r.contact_id AND status = 'active'
       ORDER BY updated_at DESC LIMIT 1) s ON true
     ORDER BY r.due_at, r.position FOR NO KEY UPDATE OF c SKIP LOCKED`,
    [id, due.now, due.most],
  );
  return rows;
}

/** When the next recipient is due, ms since the epoch; null when none waits. */
export async function nextDueMs(client: PoolClient, id: string): Promise<number | null> {
  const { rows } = await client.query<{ ms: number | null }>(
    `SELECT (extract(epoch FROM min(due_at)) * 1000)::float8 AS ms FROM campaign_recipients
     WHERE campaign_id = $1 AND status = 'pending'`,
    [id],
  );
  return rows[0]?.ms ?? null;
}

/** What becomes of one recipient whose turn had come. */
export type Decision = {
  readonly contactId: string;
  readonly status: 'pending' | 'queued' | 'excluded';
  readonly code: string | null;
  /** ISO: when it may be asked again, of one that stays pending. */
  readonly dueAt: string | null;
  readonly outboxId: string | null;
};

/** Writes down what was decided, with a line of history each; the same reason for waiting is written once. */
export async function writeDecisions(
  client: PoolClient,
  id: string,
  decisions: readonly Decision[],
  now: string,
): Promise<void> {
  if (decisions.length === 0) return;
  await client.query(
    `UPDATE campaign_recipients r SET status = g.status, due_at = COALESCE(g."dueAt", r.due_at), outbox_id = g."outboxId",
       problem_code = CASE WHEN g.status = 'excluded' THEN g.code END,
       queued_at = CASE WHEN g.status = 'queued' THEN $3::timestamptz END,
       history = CASE WHEN g.status = 'pending' AND r.history->-1->>'code' = g.code THEN r.history
         ELSE r.history || jsonb_strip_nulls(jsonb_build_object('at', $3::timestamptz, 'code', g.code,
           'what', CASE g.status WHEN 'pending' THEN 'putOff' ELSE g.status::text END)) END
     FROM jsonb_to_recordset($2::jsonb) AS g("contactId" uuid, status recipient_status, code text, "dueAt" timestamptz,
       "outboxId" uuid)
     WHERE r.campaign_id = $1 AND r.contact_id = g."contactId" AND r.status = 'pending'`,
    [id, JSON.stringify(decisions), now],
  );
}

/** Notes where the answers of these contacts enter a flow. The contacts are locked by the caller. */
export async function writeEntries(
  client: PoolClient,
  entries: readonly { readonly contactId: string; readonly entry: CampaignEntry }[],
): Promise<void> {
  if (entries.length === 0) return;
  await client.query(
    `UPDATE contacts c SET entry = g.entry FROM jsonb_to_recordset($1::jsonb) AS g("contactId" uuid, entry jsonb)
     WHERE c.id = g."contactId"`,
    [JSON.stringify(entries)],
  );
}

export type TemplateState = {
  readonly name: string;
  /** As WhatsApp writes it. */
  readonly language: string;
  readonly category: string;
  readonly status: string;
};

export async function readTemplateStates(
  client: PoolClient,
  names: readonly string[],
): Promise<readonly TemplateState[]> {
  const { rows } = await client.query<TemplateState>(
    'SELECT name, language, category, status FROM templates WHERE name = ANY($1)',
    [names],
  );
  return rows;
}

/** Campaigns that have something to do, and that nobody works on. */
export async function findWaiting(now: string): Promise<readonly string[]> {
  const { rows } = await getPool().query<{ id: string }>(waitingSql, [now]);
  return rows.map(({ id }) => id);
}

const waitingSql = `
  SELECT c.id FROM campaigns c
  WHERE (c.lease_until IS NULL OR c.lease_until < now()) AND (
    c.status = 'freezing' OR c.status = 'scheduled' AND c.starts_at <= $1
    OR c.status = 'running' AND (NOT EXISTS (SELECT 1 FROM campaign_recipients r WHERE r.campaign_id = c.id AND r.status = 'pending')
      OR EXISTS (SELECT 1 FROM campaign_recipients r WHERE r.campaign_id = c.id AND r.status = 'pending' AND r.due_at <= $1))
    OR EXISTS (SELECT 1 FROM campaign_recipients r
      WHERE r.campaign_id = c.id AND r.status = 'queued' AND r.settled_at IS NULL))
  ORDER BY c.id`;
