import { getPool } from '../db/pool';
import type { PricedMessage } from './cost-inr';

/** Messages of one price class on one day. */
export type CountedMessages = PricedMessage & {
  /** Only these are billed. */
  readonly delivered: number;
  /** Sent, and not delivered so far. */
  readonly undelivered: number;
};

/** The messages of a time by day (in India), category and type. `to` is the last day that counts. */
export async function countMessages({ from, to }: Period): Promise<readonly CountedMessages[]> {
  const { rows } = await getPool().query<CountedMessages>(
    `${counted} WHERE c.at >= $1::date::timestamp AT TIME ZONE '${zone}'
       AND c.at < ($2::date + 1)::timestamp AT TIME ZONE '${zone}'
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [from, to],
  );
  return rows;
}

/** The same of one contact, from the beginning. */
export async function countMessagesOf(contactId: string): Promise<readonly CountedMessages[]> {
  const { rows } = await getPool().query<CountedMessages>(
    `${counted} WHERE c.contact_id = $1 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [contactId],
  );
  return rows;
}

/** How many contacts got a message in a time. */
export async function countContacts({ from, to }: Period): Promise<number> {
  const { rows } = await getPool().query<{ contacts: number }>(
    `SELECT count(DISTINCT c.contact_id)::int AS contacts FROM message_costs c
     WHERE c.at >= $1::date::timestamp AT TIME ZONE '${zone}'
       AND c.at < ($2::date + 1)::timestamp AT TIME ZONE '${zone}'`,
    [from, to],
  );
  return rows[0]?.contacts ?? 0;
}

/** ISO dates in India, both included. */
export type Period = { readonly from: string; readonly to: string };

const zone = 'Asia/Kolkata'; // WhatsApp bills Indian accounts by it

const counted = `
  SELECT to_char(c.at AT TIME ZONE '${zone}', 'YYYY-MM-DD') AS day, c.category, c.type,
    count(*) FILTER (WHERE told.delivered)::int AS delivered, count(*) FILTER (WHERE NOT told.delivered)::int AS undelivered
  FROM message_costs c LEFT JOIN outbox_entries o ON o.id = c.outbox_id
  CROSS JOIN LATERAL (SELECT COALESCE(o.delivery IN ('delivered', 'read', 'played'), c.delivered, false) AS delivered) told`;
