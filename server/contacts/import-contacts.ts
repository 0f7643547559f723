import type { PoolClient } from 'pg';
import type { SlotValue } from '@/flows/schema/slots';
import type { ChannelId } from '../channels/channel';
import { newId } from '../conversation/ids';
import { storableJson } from '../inbox/storable-json';
import { keepSuppressed } from '../privacy/suppressions/store';
import { newContactDefaults } from './new-contact';

/** What a list of the lender's says of somebody; null and empty where it says nothing. */
export type ListedPerson = {
  readonly phone: string;
  readonly name: string | null;
  readonly language: string | null;
  readonly tags: readonly string[];
  readonly slots: Readonly<Record<string, SlotValue>>;
};

/**
 * Makes contacts of people of a list, or adds to those that there are, in the caller's transaction; gives their ids by phone.
 * What the list does not say stays; whoever has written to us keeps the language they write in; tags are added. What it says
 * of their property and loan is kept with the lead.
 */
export async function importContacts(
  client: PoolClient,
  channel: ChannelId,
  people: readonly ListedPerson[],
): Promise<ReadonlyMap<string, string>> {
  const rows = people.map((person) => ({ id: newId(), ...person }));
  const given = storableJson(rows);
  const { language, timezone } = newContactDefaults;
  await client.query(
    `INSERT INTO contacts (id, channel, phone, language, timezone)
     SELECT id, $2::channel_name, phone, COALESCE(language, $3), $4
     FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, phone text, language text)
     WHERE NOT EXISTS (SELECT 1 FROM contacts c WHERE c.channel = $2::channel_name AND c.phone = g.phone)
     ORDER BY phone ON CONFLICT DO NOTHING`,
    [given, channel, language, timezone],
  );
  // In the order of their ids, as everybody locks several contacts.
  await client.query(
    `SELECT 1 FROM contacts WHERE channel = $1::channel_name AND phone = ANY($2) ORDER BY id FOR NO KEY UPDATE`,
    [channel, people.map(({ phone }) => phone)],
  );
  const { rows: contacts } = await client.query<{ readonly id: string; readonly phone: string }>(
    `UPDATE contacts c SET name = COALESCE(g.name, c.name),
       language = CASE WHEN c.last_inbound_at IS NULL THEN COALESCE(g.language, c.language) ELSE c.language END,
       tags = c.tags || ARRAY(SELECT unnest(g.tags) EXCEPT SELECT unnest(c.tags))
     FROM jsonb_to_recordset($1::jsonb) AS g(phone text, name text, language text, tags text[])
     WHERE c.channel = $2::channel_name AND c.phone = g.phone RETURNING c.id, c.phone`,
    [given, channel],
  );
  await client.query(importFacts, [given, channel]);
  const listed = people.map(({ phone }) => ({ channel, phone }));
  await keepSuppressed(client, listed, 'listed');
  return new Map(contacts.map(({ id, phone }) => [phone, id]));
}

// Who never was in a conversation is in no flow and no state.
const importFacts = `
  INSERT INTO leads AS l (contact_id, score, reasons, interest, facts, flow_id, state_id, source, updated_at)
  SELECT c.id, 0, '[]', 0, g.slots, '', '', 'import', now()
  FROM jsonb_to_recordset($1::jsonb) AS g(phone text, slots jsonb)
  JOIN contacts c ON c.channel = $2::channel_name AND c.phone = g.phone
  WHERE g.slots <> '{}' ORDER BY c.id
  ON CONFLICT (contact_id) DO UPDATE SET facts = l.facts || excluded.facts, updated_at = excluded.updated_at`;
