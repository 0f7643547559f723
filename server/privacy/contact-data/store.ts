import type { Pool, PoolClient } from 'pg';
import type { ChannelId } from '../../channels/channel';
import { getPool } from '../../db/pool';
import { tracesToFind } from '../../sealing/list-traces';
import { findAccountEvents } from './account-events/store';
import { type ContactTable, contactTables } from './contact-tables';
import { type Traces, tracesOf } from './traces';

/** Who a contact is to the outside. */
export type ContactIdentity = Readonly<{
  id: string;
  channel: ChannelId;
  phone: string | null;
  bsuid: string | null;
  name: string | null;
  email: string | null;
}>;

/** Rows as they are, by section; what was made of them for look-ups and the search is left out. */
export type ContactRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** A contact, and where they are named without their id. */
export type LocatedContact = Readonly<{
  contact: ContactIdentity;
  traces: Traces;
  /** Inbox entries of kind `account`. */
  accountEvents: readonly string[];
}>;

/** Finds a contact; undefined where there is none. */
export async function locateContact(contactId: string): Promise<LocatedContact | undefined> {
  const { rows } = await getPool().query<ContactIdentity>(identitySql, [contactId]);
  return rows[0] && locate(getPool(), rows[0]);
}

/** The same, and nobody else changes the contact or takes its turn until the transaction ends. */
export async function lockContact(client: PoolClient, contactId: string): Promise<LocatedContact | undefined> {
  // In the order in which a turn's commit takes them.
  await client.query('SELECT 1 FROM turn_queue WHERE contact_id = $1 FOR UPDATE', [contactId]);
  const { rows } = await client.query<ContactIdentity>(`${identitySql} FOR UPDATE OF c`, [contactId]);
  return rows[0] && locate(client, rows[0]);
}

const identitySql = `SELECT c.id, c.channel, c.phone, c.bsuid, c.name, l.facts->>'email' AS email
  FROM contacts c LEFT JOIN leads l ON l.contact_id = c.id WHERE c.id = $1`;

async function locate(client: Pool | PoolClient, contact: ContactIdentity): Promise<LocatedContact> {
  const traces = tracesOf(contact);
  return { contact, traces, accountEvents: await findAccountEvents(client, traces) };
}

/** Everything that is kept of a contact. */
export async function readContactRows(
  located: LocatedContact,
  client: Pool | PoolClient = getPool(),
): Promise<ContactRows> {
  const sections: Record<string, ContactRows[string]> = {};
  for (const { section, table, owned, order } of contactTables) {
    const { rows } = await client.query<{ row: Readonly<Record<string, unknown>> }>(
      `${known} SELECT to_jsonb(t) - ARRAY[${madeForLookUp}] AS row FROM ${table} t WHERE ${owned} ORDER BY ${order}`,
      [...valuesOf(located)],
    );
    sections[section] = rows.map(({ row }) => row);
  }
  return sections;
}

/** Takes all of it away. Says how many rows of each section. */
export async function deleteContactRows(
  client: PoolClient,
  located: LocatedContact,
): Promise<Readonly<Record<string, number>>> {
  await client.query(`SELECT set_config('vaarta.erasing', $1, true)`, [located.contact.id]);
  const counts: Record<string, number> = {};
  for (const entry of contactTables) {
    const { rowCount } = await client.query(eraseSql(entry), [...valuesOf(located)]);
    counts[entry.section] = rowCount ?? 0;
  }
  await client.query(`SELECT pg_notify('inbox', $1)`, [located.contact.id]); // who has it open reads again
  return counts;
}

function eraseSql({ table, owned, erase }: ContactTable): string {
  const change = erase === 'delete' ? `DELETE FROM ${table} t` : `UPDATE ${table} t SET ${erase.set}`;
  return `${known} ${change} WHERE ${owned}`;
}

const madeForLookUp = `'tokens', 'phone_hash', 'bsuid_hash', 'wording', 'traces'`;

// Every statement names all values, so that each has a type.
const known = 'WITH known AS (SELECT $1::uuid, $2::bigint[], $3::text[])';

function valuesOf({ contact, traces: { digits, ids }, accountEvents }: LocatedContact): readonly unknown[] {
  return [contact.id, accountEvents, tracesToFind([...(digits === '' ? [] : [digits]), ...ids])];
}
