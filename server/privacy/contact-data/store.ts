import type { Pool, PoolClient } from 'pg';
import type { ChannelId } from '../../channels/channel';
import { getPool } from '../../db/pool';
import { type ContactTable, contactTables } from './contact-tables';

/** Who a contact is to the outside. */
export type ContactIdentity = Readonly<{
  id: string;
  channel: ChannelId;
  phone: string | null;
  bsuid: string | null;
}>;

/** Rows as they are stored, by section; words that were made for the search are left out. */
export type ContactRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export async function readIdentity(contactId: string): Promise<ContactIdentity | undefined> {
  const { rows } = await getPool().query<ContactIdentity>(`${identitySql} WHERE id = $1`, [contactId]);
  return rows[0];
}

/** The same, and nobody else changes the contact or takes its turn until the transaction ends. */
export async function lockIdentity(client: PoolClient, contactId: string): Promise<ContactIdentity | undefined> {
  // In the order in which a turn's commit takes them.
  await client.query('SELECT 1 FROM turn_queue WHERE contact_id = $1 FOR UPDATE', [contactId]);
  const { rows } = await client.query<ContactIdentity>(`${identitySql} WHERE id = $1 FOR UPDATE`, [contactId]);
  return rows[0];
}

const identitySql = 'SELECT id, channel, phone, bsuid FROM contacts';

/** Everything that is kept of a contact. */
export async function readContactRows(
  contact: ContactIdentity,
  client: Pool | PoolClient = getPool(),
): Promise<ContactRows> {
  const sections: Record<string, ContactRows[string]> = {};
  for (const { section, table, owned, order } of contactTables) {
    const { rows } = await client.query<{ row: Readonly<Record<string, unknown>> }>(
      `${known} SELECT to_jsonb(t) - 'search' AS row FROM ${table} t WHERE ${owned} ORDER BY ${order}`,
      [...valuesOf(contact)],
    );
    sections[section] = rows.map(({ row }) => row);
  }
  return sections;
}

/** Takes all of it away. Says how many rows of each section. */
export async function deleteContactRows(
  client: PoolClient,
  contact: ContactIdentity,
): Promise<Readonly<Record<string, number>>> {
  await client.query(`SELECT set_config('vaarta.erasing', $1, true)`, [contact.id]);
  const counts: Record<string, number> = {};
  for (const entry of contactTables) {
    const { rowCount } = await client.query(eraseSql(entry), [...valuesOf(contact)]);
    counts[entry.section] = rowCount ?? 0;
  }
  await client.query(`SELECT pg_notify('inbox', $1)`, [contact.id]); // who has it open reads again
  return counts;
}

function eraseSql({ table, owned, erase }: ContactTable): string {
  const change = erase === 'delete' ? `DELETE FROM ${table} t` : `UPDATE ${table} t SET ${erase.set}`;
  return `${known} ${change} WHERE ${owned}`;
}

// Every statement names all values, so that each has a type.
const known = 'WITH known AS (SELECT $1::uuid, $2::text, $3::text, $4::text)';
const LAST_DIGITS = 10; // of an Indian number, however a list writes its country

function valuesOf({ id, phone, bsuid }: ContactIdentity): readonly (string | null)[] {
  return [id, phone?.replace('+', '') ?? null, phone?.slice(-LAST_DIGITS) ?? '', bsuid];
}
