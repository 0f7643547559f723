import type { PoolClient } from 'pg';
import { commitSql } from '../../conversation/commit/sql';
import { getPool } from '../../db/pool';
import type { Consents, ConsentView } from './consent-record';

/** A record as it is kept; `notice` is null where no notice of its version was written down in the settings. */
export type StoredConsent = Omit<ConsentView, 'noticeFlow'> &
  Readonly<{
    /** The version of the flow that recorded it, for as long as the turn is kept. */
    flowId: string | null;
    flowVersion: number | null;
  }>;

/** What a contact agreed to and took back; undefined for a contact who is not there. */
export async function selectConsents(
  contactId: string,
): Promise<(Omit<Consents, 'records'> & { readonly records: readonly StoredConsent[] }) | undefined> {
  const contact = await getPool().query<Omit<Consents, 'records'>>(
    `SELECT opted_out_at AS "optedOutAt", marketing_stopped_at AS "marketingStoppedAt" FROM contacts WHERE id = $1`,
    [contactId],
  );
  const records = await getPool().query<StoredConsent>(
    `SELECT r.id::text, r.purpose, r.status, r.notice_version AS "noticeVersion", n.text AS notice, r.language, r.channel,
       m.id AS "messageId", r.proof, r.at, t.flow_id AS "flowId", t.flow_version AS "flowVersion"
     FROM consent_records r
     LEFT JOIN consent_notices n ON n.purpose = r.purpose AND n.language = r.language AND n.version::text = r.notice_version
     LEFT JOIN inbox_entries i ON i.channel = r.channel AND i.external_id = r.message_id
     LEFT JOIN messages m ON m.inbox_entry_id = i.id
     LEFT JOIN turns t ON t.id = r.turn_id
     WHERE r.contact_id = $1 ORDER BY r.id DESC LIMIT 500`,
    [contactId],
  );
  return contact.rows[0] && { ...contact.rows[0], records: records.rows };
}

/** Keeps the contact from changing until the transaction ends. Says whether they are there. */
export async function lockContact(client: PoolClient, contactId: string): Promise<boolean> {
  // In the order in which a turn's commit takes them.
  await client.query('SELECT 1 FROM turn_queue WHERE contact_id = $1 FOR UPDATE', [contactId]);
  const { rowCount } = await client.query('SELECT 1 FROM contacts WHERE id = $1 FOR NO KEY UPDATE', [contactId]);
  return rowCount === 1;
}

/** The purposes that the contact has agreed to and not taken back. */
export async function readGiven(client: PoolClient, contactId: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ purpose: string }>(
    `SELECT purpose FROM (SELECT DISTINCT ON (purpose) purpose, status FROM consent_records WHERE contact_id = $1
       ORDER BY purpose, id DESC) newest WHERE status = 'given' ORDER BY purpose`,
    [contactId],
  );
  return rows.map(({ purpose }) => purpose);
}

/** Records that a purpose was taken back. Gives the record's id. */
export async function insertWithdrawal(
  client: PoolClient,
  withdrawal: { readonly contactId: string; readonly purpose: string; readonly proof: string; readonly nowMs: number },
): Promise<string> {
  const { contactId, purpose, proof, nowMs } = withdrawal;
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO consent_records (contact_id, purpose, status, language, channel, proof, at)
     SELECT id, $2, 'withdrawn', language, channel, $3, to_timestamp($4::float8 / 1000) FROM contacts WHERE id = $1
     RETURNING id::text`,
    [contactId, purpose, proof, nowMs],
  );
  if (!rows[0]) throw new Error('A withdrawal needs a contact.');
  return rows[0].id;
}

/** The contact hears nothing any more, by the statements that a customer's own "stop" runs. */
export async function stopAll(client: PoolClient, contactId: string, nowMs: number): Promise<void> {
  await client.query(
    `UPDATE contacts SET opted_out_at = COALESCE(opted_out_at, to_timestamp($2::float8 / 1000)) WHERE id = $1`,
    [contactId, nowMs],
  );
  await client.query(commitSql.cancelOutbox, [[contactId]]);
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM flow_sessions WHERE contact_id = $1 AND status = 'active'`,
    [contactId],
  );
  await client.query(commitSql.endSessions, [rows.map(({ id }) => id)]);
  await client.query(commitSql.cancelFollowUps, [[contactId], ['contact.optedOut']]);
}

/** What a campaign has queued for the contact never leaves. */
export async function stopMarketing(client: PoolClient, contactId: string): Promise<void> {
  await client.query(
    `UPDATE outbox_entries SET status = 'cancelled', problem_code = 'consent.withdrawn',
       problem_detail = 'The customer wants no marketing.', settled_at = now()
     WHERE contact_id = $1 AND status = 'queued' AND priority = 2`,
    [contactId],
  );
}

/** A consent that the audit log does not know yet. */
export type UnauditedConsent = Readonly<{
  id: string;
  contactId: string;
  purpose: string;
  status: 'given' | 'withdrawn';
  noticeVersion: string | null;
}>;

/** Ids that are this much older may still be committed by somebody; what is in the log already is passed over. */
const LOOK_BACK = 5_000;

export async function selectUnaudited(client: PoolClient, most: number): Promise<readonly UnauditedConsent[]> {
  const { rows } = await client.query<UnauditedConsent>(
    `SELECT r.id::text, r.contact_id AS "contactId", r.purpose, r.status, r.notice_version AS "noticeVersion"
     FROM consent_records r
     WHERE r.channel <> 'simulator' AND r.id > COALESCE((SELECT (value->>'id')::bigint FROM settings WHERE key = $2), 0) - $3
       AND NOT EXISTS (SELECT 1 FROM audit_entries a WHERE a.subject_id = r.contact_id::text
         AND a.act IN ('consent.given', 'consent.withdrawn') AND a.detail->>'consent' = r.id::text)
     ORDER BY r.id LIMIT $1`,
    [most, CURSOR, LOOK_BACK],
  );
  return rows;
}

/** Consents up to this one are in the log. */
export async function noteAudited(client: PoolClient, id: string): Promise<void> {
  await client.query(
    `INSERT INTO settings AS s (key, value) VALUES ($1, jsonb_build_object('id', $2::bigint))
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()
     WHERE (s.value->>'id')::bigint < $2::bigint`,
    [CURSOR, id],
  );
}

const CURSOR = 'consents.audited';
