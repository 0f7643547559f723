import type { AcceptedSend } from '../fake-whatsapp/ledger';
import { withDatabase } from './with-database';

/**
 * Puts a campaign's messages into a database, as many as `size`: an approved template to people who wrote days ago. A tenth
 * of them get a second one, so that there is an order to be kept.
 */
export async function fillQueue(databaseUrl: string, size: number): Promise<void> {
  const people = Math.ceil(size * 0.9);
  await withDatabase(databaseUrl, async (db) => {
    await db.query(templateSql, [templateName, JSON.stringify([{ type: 'BODY', text: words }])]);
    await db.query(peopleSql, [people]);
    await db.query('BEGIN'); // the worker sees all of it at once
    await db.query(queueSql, [size, people, JSON.stringify(payload)]);
    await db.query('COMMIT');
    await db.query('ANALYZE contacts, messages, outbox_entries');
  });
}

export type CampaignVerdict = {
  /** Never accepted, one sentence each. */
  readonly lost: readonly string[];
  readonly outOfOrder: readonly string[];
};

/** Compares what the campaign put into the queue with what WhatsApp accepted, in the order in which it was. */
export async function judgeCampaign(databaseUrl: string, accepted: readonly AcceptedSend[]): Promise<CampaignVerdict> {
  const queued = await withDatabase(databaseUrl, async (db) => {
    const { rows } = await db.query<{ id: string; contactId: string; status: string; problem: string | null }>(
      `SELECT id, contact_id AS "contactId", status::text, problem_code AS problem FROM outbox_entries
       WHERE priority = 2 ORDER BY contact_id, position`,
    );
    return rows;
  });
  const places = new Map(accepted.map(({ outboxId, index }) => [outboxId, index]));
  const lost = queued.filter(({ id }) => !places.has(id));
  const outOfOrder = queued.filter(({ id, contactId }, index) => {
    const before = queued[index - 1];
    if (before?.contactId !== contactId) return false;
    return (places.get(before.id) ?? 0) > (places.get(id) ?? Number.POSITIVE_INFINITY);
  });
  return {
    lost: lost.map(({ id, status, problem }) => `${id}: is ${status} (${problem ?? 'no problem told'})`),
    outOfOrder: outOfOrder.map(({ id }) => `${id}: came before an earlier one to the same customer`),
  };
}

export function isOfCampaign({ body }: AcceptedSend): boolean {
  return body.type === 'template';
}

const templateName = 'bench_rates';
const words = 'Hello {{name}}, our rates for a loan against your property have changed. Shall we tell you more?';
const payload = {
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  type: 'template',
  template: {
    name: templateName,
    language: { code: 'en' },
    components: [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'name', text: 'Asha' }] }],
  },
};

const templateSql = `
  INSERT INTO templates (name, language, category, components, status) VALUES ($1, 'en', 'MARKETING', $2, 'APPROVED')`;

const peopleSql = `
  INSERT INTO contacts (id, channel, phone, name, language, timezone, last_inbound_at)
  SELECT gen_random_uuid(), 'whatsapp', '+91' || (7000000000 + n), 'Asha', 'en', 'Asia/Kolkata', now() - interval '3 days'
  FROM generate_series(0, $1::int - 1) AS n`;

const queueSql = `
  WITH line AS (
    SELECT n, gen_random_uuid() AS message_id, gen_random_uuid() AS outbox_id, gen_random_uuid() AS turn_id, c.id AS contact_id
    FROM generate_series(0, $1::int - 1) AS n JOIN contacts c ON c.phone = '+91' || (7000000000 + n % $2::int)
  ), said AS (
    INSERT INTO messages (id, contact_id, direction, channel, content, text_keys, language, at)
    SELECT message_id, contact_id, 'out', 'whatsapp', '{"type": "text", "text": "…"}', '{}', 'en', now() FROM line ORDER BY n
  )
  INSERT INTO outbox_entries (id, message_id, contact_id, turn_id, idx, channel, payload, priority)
  SELECT outbox_id, message_id, contact_id, turn_id, 0, 'whatsapp', $3::jsonb, 2 FROM line ORDER BY n`;
