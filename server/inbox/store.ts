import type { Pool, PoolClient, QueryConfig } from 'pg';
import { getPool } from '../db/pool';
import { log } from '../log';
import { blindIndexes } from '../sealing/blind-index';
import { sealJson } from '../sealing/seal-column';
import type { InboxItem } from './inbox-item';
import { storableJson } from './storable-json';

/** An item whose sender the fast insert could not name: its place in what was given. */
export type Unresolved = { readonly at: number };

/**
 * Stores items in one round trip and makes the contacts of new messages due. Items that are there already are left alone,
 * and those of messages that were erased are left out; items whose contact is not exactly known are not stored, and returned
 * instead. In the caller's transaction if it has one.
 */
export async function insertInbox(
  items: readonly InboxItem[],
  burstWindowMs: number,
  client: Pool | PoolClient = getPool(),
): Promise<readonly Unresolved[]> {
  const rows = items.map((item, at) => ({
    at,
    channel: item.channel,
    external_id: item.externalId,
    kind: item.kind,
    contact_id: item.contactId ?? null,
    phone_hashes: blindIndexes('phone', item.sender?.phone),
    bsuid_hashes: blindIndexes('bsuid', item.sender?.bsuid),
    subject_id: item.subjectId ?? null,
    message_hashes: blindIndexes('message', item.subjectId ?? item.externalId),
    payload: sealJson('inbox_entries.payload', item.payload),
    occurred_at: item.occurredAt,
  }));
  const values = [storableJson(rows), burstWindowMs];
  const query: QueryConfig & { query_timeout: number } = {
    name: 'inbox.insert',
    text: insertSql,
    values,
    query_timeout: queryTimeoutMs,
  };
  const { rows: left } = await client.query<Unresolved & { readonly isErased: boolean }>(query);
  const erased = left.filter(({ isErased }) => isErased);
  if (erased.length > 0) log.info({ count: erased.length, reason: 'contact.erased' }, 'inbox.ignored');
  return left.filter(({ isErased }) => !isErased);
}

const queryTimeoutMs = 5_000;

// A contact is exactly known when all that the sender tells of themselves points to it; anything else is settled by
// `resolveSender` first. Rows are locked in the order of contact ids, here and wherever several are, so that no two
// writers wait for each other. A file's name is taken as it stands sealed in the payload.
const insertSql = `
WITH given AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS g(at int, channel channel_name, external_id text, kind inbox_kind,
    contact_id uuid, phone_hashes text[], bsuid_hashes text[], subject_id text, message_hashes text[], payload jsonb,
    occurred_at timestamptz)
), erased AS (
  SELECT g.at FROM given g WHERE EXISTS (SELECT 1 FROM erased_messages e WHERE e.hash = ANY(g.message_hashes))
), known AS (
  SELECT g.at, g.channel, g.external_id, g.kind, g.subject_id, g.payload, g.occurred_at,
    COALESCE(g.contact_id, CASE
      WHEN g.bsuid_hashes = '{}' THEN by_phone.id
      WHEN g.phone_hashes = '{}' OR by_phone.id = by_bsuid.id THEN by_bsuid.id END) AS contact_id
  FROM given g
  LEFT JOIN contacts by_phone ON by_phone.channel = g.channel AND by_phone.phone_hash = ANY(g.phone_hashes)
  LEFT JOIN contacts by_bsuid ON by_bsuid.channel = g.channel AND by_bsuid.bsuid_hash = ANY(g.bsuid_hashes)
  WHERE g.at NOT IN (SELECT at FROM erased)
), added AS (
  INSERT INTO inbox_entries (channel, external_id, kind, contact_id, subject_id, payload, occurred_at)
  SELECT channel, external_id, kind, contact_id, subject_id, payload, occurred_at
  FROM known WHERE contact_id IS NOT NULL OR kind IN ('status', 'account')
  ORDER BY at
  ON CONFLICT (channel, external_id) DO NOTHING
  RETURNING id, channel, kind, contact_id, payload
), file AS (
  INSERT INTO media_files (id, contact_id, inbox_entry_id, channel, account, kind, media_id, filename, mime_type,
    claimed_hash, transcript_status)
  SELECT gen_random_uuid(), contact_id, id, channel, payload->>'account', payload->'content'->>'kind',
    payload->'content'->>'mediaId', payload->'content'->>'filename', payload->'content'->>'mimeType',
    payload->'content'->>'sha256',
    CASE payload->'content'->>'kind' WHEN 'voice' THEN 'waiting'::transcript_status ELSE 'none' END
  FROM added WHERE kind = 'message' AND payload->'content'->>'type' = 'media'
), woken AS (
  INSERT INTO turn_queue AS q (contact_id, due_at, burst_began_at)
  SELECT contact_id, now() + make_interval(secs => $2::float8 / 1000), now()
  FROM added WHERE contact_id IS NOT NULL GROUP BY contact_id ORDER BY contact_id
  ON CONFLICT (contact_id) DO UPDATE SET
    burst_began_at = COALESCE(q.burst_began_at, now()),
    due_at = CASE WHEN q.failures > 0 AND q.due_at > now() THEN q.due_at
      ELSE LEAST(now() + make_interval(secs => $2::float8 / 1000),
        COALESCE(q.burst_began_at, now()) + make_interval(secs => 3 * $2::float8 / 1000)) END
)
SELECT at, false AS "isErased" FROM known WHERE contact_id IS NULL AND kind NOT IN ('status', 'account')
UNION ALL SELECT at, true FROM erased`;
