import type { PoolClient } from 'pg';
import type { ChannelId, Sender } from '../channels/channel';
import { newId } from '../conversation/ids';
import { getPool } from '../db/pool';
import { storableJson } from '../inbox/storable-json';
import { keepSuppressed } from '../privacy/suppressions/store';
import { blindIndexes } from '../sealing/blind-index';
import { type Identity, identityColumns } from './identity-columns';
import { newContactDefaults } from './new-contact';

export type KnownContact = { readonly id: string; readonly phone: string | null; readonly bsuid: string | null };

/** Adds those senders of whom neither phone nor user id is known yet; the others are left as they are. */
export async function insertStrangers(senders: readonly (Sender & { readonly channel: ChannelId })[]): Promise<void> {
  const rows = senders.map(({ channel, phone, bsuid, username, profileName }) => ({
    id: newId(),
    channel,
    ...identityColumns({ phone, bsuid, username, name: profileName }),
    phone_hashes: blindIndexes('phone', phone),
    bsuid_hashes: blindIndexes('bsuid', bsuid),
    ...newContactDefaults,
  }));
  await getPool().query(
    `INSERT INTO contacts (${insertedColumns})
     SELECT ${insertedColumns}
     FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, channel channel_name, phone text, phone_hash text, bsuid text,
       bsuid_hash text, username text, name text, tokens int[], language text, timezone text, phone_hashes text[],
       bsuid_hashes text[])
     WHERE NOT EXISTS (SELECT 1 FROM contacts c WHERE c.channel = g.channel
       AND (c.phone_hash = ANY(g.phone_hashes) OR c.bsuid_hash = ANY(g.bsuid_hashes)))
     ON CONFLICT DO NOTHING`,
    [storableJson(rows)],
  );
  await keepSuppressed(getPool(), senders, 'wrote');
}

const insertedColumns = 'id, channel, phone, phone_hash, bsuid, bsuid_hash, username, name, tokens, language, timezone';

/** The contacts that have this phone or this user id, at most two, kept from changing until the transaction ends. */
export async function lockContactsOf(
  client: PoolClient,
  channel: ChannelId,
  { phone, bsuid }: Sender,
): Promise<readonly KnownContact[]> {
  const { rows } = await client.query<KnownContact>(
    `SELECT id, phone, bsuid FROM contacts WHERE channel = $1 AND (phone_hash = ANY($2) OR bsuid_hash = ANY($3))
     ORDER BY created_at, id FOR UPDATE`,
    [channel, blindIndexes('phone', phone), blindIndexes('bsuid', bsuid)],
  );
  return rows;
}

export async function insertContact(client: PoolClient, channel: ChannelId, sender: Sender): Promise<string> {
  const id = newId();
  const { phone, phone_hash, bsuid, bsuid_hash, username, name, tokens } = identityColumns({
    ...sender,
    name: sender.profileName,
  });
  const { language, timezone } = newContactDefaults;
  await client.query(
    `INSERT INTO contacts (${insertedColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, channel, phone, phone_hash, bsuid, bsuid_hash, username, name, tokens, language, timezone],
  );
  await keepSuppressed(client, [{ channel, ...sender }], 'wrote');
  return id;
}

/**
 * Sets the given parts of who somebody is; undefined leaves one as it is, null takes it away. What refers to the contact can
 * still be written meanwhile: whoever does may hold what this transaction waits for.
 */
export async function setIdentity(client: PoolClient, id: string, identity: Identity): Promise<void> {
  const { rows } = await client.query<Identity>(
    'SELECT phone, bsuid, username, name FROM contacts WHERE id = $1 FOR NO KEY UPDATE',
    [id],
  );
  const given = Object.fromEntries(Object.entries(identity).filter(([, value]) => value !== undefined));
  const { phone, phone_hash, bsuid, bsuid_hash, username, name, tokens } = identityColumns({ ...rows[0], ...given });
  await client.query(
    `UPDATE contacts SET phone = $2, phone_hash = $3, bsuid = $4, bsuid_hash = $5, username = $6, name = $7, tokens = $8
     WHERE id = $1`,
    [id, phone, phone_hash, bsuid, bsuid_hash, username, name, tokens],
  );
}

/**
 * Makes two contacts that turned out to be one person one: everything of `goes` becomes that of `stays`, and `goes` is no
 * more. Where only one of a kind may be, the newer of two conversations, the plan of `stays` and the handover that an officer has are kept, and
 * of two places in one campaign the one that has been written to. A turn that runs
 * for `goes` finds its lease gone and is taken again for `stays`.
 */
export async function mergeContacts(client: PoolClient, stays: string, goes: string): Promise<void> {
  const both = [stays, goes];
  await client.query('SELECT 1 FROM turn_queue WHERE contact_id = ANY($1) ORDER BY contact_id FOR UPDATE', [both]);
  await client.query(
    `UPDATE flow_sessions s SET status = 'ended', wake_at = NULL, version = version + 1,
       state = state || '{"status": "ended", "wait": null}'
     WHERE contact_id = ANY($1) AND status = 'active' AND EXISTS (SELECT 1 FROM flow_sessions n
       WHERE n.contact_id = ANY($1) AND n.status = 'active' AND (n.updated_at, n.id) > (s.updated_at, s.id))`,
    [both],
  );
  await client.query(
    `UPDATE follow_ups SET status = 'cancelled', status_reason = 'contact.merged'
     WHERE contact_id = $2 AND status = 'planned' AND EXISTS
       (SELECT 1 FROM follow_ups WHERE contact_id = $1 AND status = 'planned')`,
    both,
  );
  await client.query(
    `UPDATE flow_sessions SET contact_id = $1::uuid, version = version + 1,
       state = jsonb_set(state, '{contactId}', to_jsonb($1::uuid::text)) WHERE contact_id = $2`,
    both,
  );
  await client.query(
    `DELETE FROM campaign_recipients s USING campaign_recipients g
     WHERE s.contact_id = $1 AND g.contact_id = $2 AND g.campaign_id = s.campaign_id
       AND s.outbox_id IS NULL AND g.outbox_id IS NOT NULL`,
    both,
  );
  await client.query(
    `UPDATE campaign_recipients r SET contact_id = $1 WHERE contact_id = $2 AND NOT EXISTS
       (SELECT 1 FROM campaign_recipients s WHERE s.campaign_id = r.campaign_id AND s.contact_id = $1)`,
    both,
  );
  await client.query(endSecondHandoverSql, [both]);
  for (const table of movedTables) {
    await client.query(`UPDATE ${table} SET contact_id = $1 WHERE contact_id = $2`, both);
  }
  await client.query(
    `UPDATE leads l SET referral = COALESCE(l.referral, g.referral), assignee_id = COALESCE(l.assignee_id, g.assignee_id),
       outcome = COALESCE(l.outcome, g.outcome) FROM leads g
     WHERE l.contact_id = $1 AND g.contact_id = $2`,
    both,
  );
  await client.query(
    `DELETE FROM leads WHERE contact_id = $2 AND EXISTS (SELECT 1 FROM leads WHERE contact_id = $1)`,
    both,
  );
  await client.query(`UPDATE leads SET contact_id = $1 WHERE contact_id = $2`, both);
  await client.query(moveMarksSql, both);
  for (const sql of mergeConversationSql) await client.query(sql, both);
  await mergeIdentity(client, stays, goes);
  await client.query(mergeContactSql, both);
  await client.query('DELETE FROM turn_queue WHERE contact_id = $1', [goes]);
  await client.query('DELETE FROM contacts WHERE id = $1', [goes]);
  await client.query(
    `INSERT INTO turn_queue AS q (contact_id, due_at, burst_began_at) VALUES ($1, now(), now())
     ON CONFLICT (contact_id) DO UPDATE SET due_at = now(), burst_began_at = COALESCE(q.burst_began_at, now())`,
    [stays],
  );
}

/** What one of the two is called stands for both; numbers and user ids are settled before. */
async function mergeIdentity(client: PoolClient, stays: string, goes: string): Promise<void> {
  const { rows } = await client.query<Identity>(
    'SELECT username, name FROM contacts WHERE id = ANY($1) ORDER BY id = $2',
    [[stays, goes], goes],
  );
  const [own, other] = rows;
  const username = own?.username ?? other?.username;
  const name = own?.name ?? other?.name;
  await setIdentity(client, stays, { username, name });
}

const movedTables = [
  'inbox_entries',
  'turns',
  'messages',
  'outbox_entries',
  'follow_ups',
  'handovers',
  'consent_records',
  'media_files',
  'upload_links',
  'message_costs',
  'contact_import_rows',
  'lead_events',
  'notes',
  'tasks',
  'scheduled_messages',
] as const;

/** What was counted of their sessions, which are the other's by now. */
const moveMarksSql = `
  UPDATE analytics_marks m SET contact_id = $1 FROM flow_sessions s
  WHERE s.id = m.session_id AND s.contact_id = $1 AND m.contact_id = $2`;

/** Of two open handovers the one stays that an officer has, else the older one; the other is closed as a duplicate. */
const endSecondHandoverSql = `
  UPDATE handovers SET status = 'closed', outcome = 'duplicate', ended_at = now()
  WHERE id IN (SELECT id FROM handovers WHERE contact_id = ANY($1) AND status IN ('requested', 'taken')
    ORDER BY (status = 'taken') DESC, created_at, id OFFSET 1)`;

/** The two rows of the inbox become one: it shows the newest message of both, and the handover that is still open. */
const mergeConversationSql = [
  `INSERT INTO conversations AS c (contact_id, channel, last_message_id, last_position, last_at, last_direction, in_position, in_at)
   SELECT $1, channel, last_message_id, last_position, last_at, last_direction, in_position, in_at
   FROM conversations WHERE contact_id = $2
   ON CONFLICT (contact_id) DO UPDATE SET
     last_message_id = CASE WHEN excluded.last_position > c.last_position THEN excluded.last_message_id ELSE c.last_message_id END,
     last_at = CASE WHEN excluded.last_position > c.last_position THEN excluded.last_at ELSE c.last_at END,
     last_direction = CASE WHEN excluded.last_position > c.last_position THEN excluded.last_direction ELSE c.last_direction END,
     last_position = GREATEST(c.last_position, excluded.last_position),
     in_position = GREATEST(c.in_position, excluded.in_position), in_at = GREATEST(c.in_at, excluded.in_at)`,
  `UPDATE conversations c SET status = COALESCE(h.status::text, CASE c.status WHEN 'closed' THEN 'closed' ELSE 'bot' END)::conversation_status,
     handover_id = h.id, assignee_id = h.assignee_id, asked_at = h.created_at
   FROM (SELECT $2::uuid AS goes) merged
   LEFT JOIN handovers h ON h.contact_id = $1 AND h.status IN ('requested', 'taken') WHERE c.contact_id = $1`,
  `INSERT INTO conversation_reads AS r (user_id, contact_id, position)
   SELECT user_id, $1, position FROM conversation_reads WHERE contact_id = $2
   ON CONFLICT (user_id, contact_id) DO UPDATE SET position = LEAST(r.position, excluded.position)`,
  'DELETE FROM conversation_reads WHERE contact_id = $2 AND $1::uuid IS NOT NULL',
  'DELETE FROM conversations WHERE contact_id = $2 AND $1::uuid IS NOT NULL',
] as const;

// Whichever of the two has opted out: both are one person, who does not want to hear from us.
const mergeContactSql = `UPDATE contacts c SET
    last_inbound_at = GREATEST(c.last_inbound_at, g.last_inbound_at),
    account = COALESCE(CASE WHEN g.last_inbound_at > c.last_inbound_at THEN g.account END, c.account, g.account),
    opted_out_at = COALESCE(c.opted_out_at, g.opted_out_at),
    marketing_stopped_at = COALESCE(c.marketing_stopped_at, g.marketing_stopped_at),
    marketing_capped_until = GREATEST(c.marketing_capped_until, g.marketing_capped_until),
    ad_entry_at = GREATEST(c.ad_entry_at, g.ad_entry_at),
    reached_at = GREATEST(c.reached_at, g.reached_at), entry = COALESCE(c.entry, g.entry),
    tags = ARRAY(SELECT DISTINCT unnest(c.tags || g.tags) ORDER BY 1),
    reply_hours = ARRAY(SELECT COALESCE(c.reply_hours[hour], 0) + COALESCE(g.reply_hours[hour], 0)
      FROM generate_series(1, 24) AS hour ORDER BY hour)
  FROM contacts g WHERE c.id = $1 AND g.id = $2`;
