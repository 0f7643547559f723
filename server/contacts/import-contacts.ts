import type { PoolClient } from 'pg';
import type { SlotValue } from '@/flows/schema/slots';
import type { ChannelId } from '../channels/channel';
import { newId } from '../conversation/ids';
import { storableJson } from '../inbox/storable-json';
import { keepSuppressed } from '../privacy/suppressions/store';
import { blindIndexes } from '../sealing/blind-index';
import { sealFacts } from '../sealing/seal-facts';
import { type Identity, identityColumns } from './identity-columns';
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
  const { language, timezone } = newContactDefaults;
  const strangers = people.map(({ phone, language }) => ({
    id: newId(),
    ...identityColumns({ phone }),
    hashes: blindIndexes('phone', phone),
    language,
  }));
  await client.query(
    `INSERT INTO contacts (id, channel, phone, phone_hash, tokens, language, timezone)
     SELECT id, $2::channel_name, phone, phone_hash, tokens, COALESCE(language, $3), $4
     FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, phone text, phone_hash text, hashes text[], tokens int[], language text)
     WHERE NOT EXISTS (SELECT 1 FROM contacts c WHERE c.channel = $2::channel_name AND c.phone_hash = ANY(g.hashes))
     ORDER BY phone_hash ON CONFLICT DO NOTHING`,
    [storableJson(strangers), channel, language, timezone],
  );
  // In the order of their ids, as everybody locks several contacts.
  const { rows: contacts } = await client.query<Required<Identity> & { readonly id: string; readonly phone: string }>(
    `SELECT id, phone, bsuid, username, name FROM contacts WHERE channel = $1::channel_name AND phone_hash = ANY($2)
     ORDER BY id FOR NO KEY UPDATE`,
    [channel, people.flatMap(({ phone }) => blindIndexes('phone', phone))],
  );
  const listed = new Map(people.map((person) => [person.phone, person]));
  const rows = contacts.flatMap(({ id, ...known }) => {
    const person = listed.get(known.phone);
    if (!person) return [];
    const { name, tokens } = identityColumns({ ...known, name: person.name ?? known.name });
    const slots = sealFacts(person.slots);
    return [{ id, name, tokens, language: person.language, tags: person.tags, slots }];
  });
  const given = storableJson(rows);
  await client.query(
    `UPDATE contacts c SET name = g.name, tokens = g.tokens,
       language = CASE WHEN c.last_inbound_at IS NULL THEN COALESCE(g.language, c.language) ELSE c.language END,
       tags = c.tags || ARRAY(SELECT unnest(g.tags) EXCEPT SELECT unnest(c.tags))
     FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, name text, tokens int[], language text, tags text[])
     WHERE c.id = g.id`,
    [given],
  );
  await client.query(importFacts, [given]);
  await keepSuppressed(
    client,
    people.map(({ phone }) => ({ channel, phone })),
    'listed',
  );
  return new Map(contacts.map(({ id, phone }) => [phone, id]));
}

// Who never was in a conversation is in no flow and no state.
const importFacts = `
  INSERT INTO leads AS l (contact_id, score, reasons, interest, facts, flow_id, state_id, source, updated_at)
  SELECT g.id, 0, '[]', 0, g.slots, '', '', 'import', now()
  FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, slots jsonb)
  WHERE g.slots <> '{}' ORDER BY g.id
  ON CONFLICT (contact_id) DO UPDATE SET facts = l.facts || excluded.facts, updated_at = excluded.updated_at`;
