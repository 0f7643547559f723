import type { PoolClient } from 'pg';
import type { AccountFact, ChannelId } from '../channels/channel';
import { getPool } from '../db/pool';

/** A fact that waits in the inbox. */
export type WaitingFact = {
  readonly id: string;
  readonly channel: ChannelId;
  readonly payload: unknown;
  readonly occurredAt: Date;
};

/** The oldest fact that waits; undefined when none does. */
export async function nextFact(): Promise<WaitingFact | undefined> {
  const { rows } = await getPool().query<WaitingFact>(
    `SELECT id, channel, payload, occurred_at AS "occurredAt" FROM inbox_entries
     WHERE kind = 'account' AND status = 'pending' ORDER BY id LIMIT 1`,
  );
  return rows[0];
}

/** Keeps other processes from applying facts until the transaction ends. False when this one was applied meanwhile. */
export async function lockFacts(client: PoolClient, entryId: string): Promise<boolean> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('account-facts'))`);
  const { rowCount } = await client.query(
    `SELECT 1 FROM inbox_entries WHERE id = $1 AND status = 'pending' FOR UPDATE`,
    [entryId],
  );
  return rowCount === 1;
}

/** Ends an entry; always true. */
export async function closeEntry(
  client: PoolClient,
  entryId: string,
  status: 'handled' | 'dead',
  reason: string | null,
): Promise<true> {
  await client.query('UPDATE inbox_entries SET status = $2, reason = $3 WHERE id = $1', [entryId, status, reason]);
  return true;
}

export type MarketingWish = {
  readonly contactId: string;
  readonly channel: ChannelId;
  readonly wants: 'stop' | 'resume';
  /** By the channel's clock. */
  readonly at: Date;
};

/** Marketing was stopped or allowed again in the channel itself; what is older than what we know changes nothing. */
export async function changeMarketing(client: PoolClient, wish: MarketingWish): Promise<void> {
  const { contactId, channel, wants, at } = wish;
  const { rowCount } = await client.query(
    `INSERT INTO consent_records (contact_id, purpose, status, language, channel, at)
     SELECT id, 'marketing', $2::consent_status, language, $3, $4 FROM contacts WHERE id = $1 AND NOT EXISTS
       (SELECT 1 FROM consent_records WHERE contact_id = $1 AND purpose = 'marketing' AND at > $4)`,
    [contactId, wants === 'stop' ? 'withdrawn' : 'given', channel, at],
  );
  if (rowCount === 0) return;
  await client.query('UPDATE contacts SET marketing_stopped_at = $2 WHERE id = $1', [
    contactId,
    wants === 'stop' ? at : null,
  ]);
}

/** What WhatsApp says of a business number. A limit without a number holds for all numbers of the business. */
export async function changeNumber(
  client: PoolClient,
  fact: Extract<AccountFact, { type: 'number.changed' }>,
): Promise<void> {
  const throughput = fact.event === 'THROUGHPUT_UPGRADE' ? upgradedThroughput : null;
  const digits = fact.displayNumber?.replace(/\D/g, '') ?? null;
  await client.query(
    `UPDATE whatsapp_numbers SET throughput = COALESCE($1, throughput),
       contacts_per_day = CASE WHEN $2 THEN $3::int ELSE contacts_per_day END
     WHERE $4::text IS NULL OR regexp_replace(COALESCE(display_number, ''), '\\D', '', 'g') = $4`,
    [throughput, fact.contactsPerDay !== undefined, fact.contactsPerDay ?? null, digits],
  );
}

const upgradedThroughput = 1_000; // messages a second; Cloud API reference, throughput
