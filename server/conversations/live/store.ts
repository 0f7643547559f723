import pg from 'pg';
import type { Actor } from '../../auth/actor';
import { getPool } from '../../db/pool';
import { readableConversation } from '../../leads/visibility/store';
import type { Presence } from './live-event';

/** Tells all processes who is at a conversation. */
export async function notifyInbox(presence: Presence): Promise<void> {
  await getPool().query(`SELECT pg_notify('inbox', $1)`, [JSON.stringify(presence)]);
}

/** A connection of its own that hears the channel `inbox` until it breaks or is ended. */
export type Listening = { readonly end: () => Promise<void> };

/** Listens; `onBroken` is called once when the connection is lost. */
export async function listenToInbox(onPayload: (payload: string) => void, onBroken: () => void): Promise<Listening> {
  const client = new pg.Client({
    connectionString: process.env.DATABASE_URL,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  let isOver = false;
  const broken = () => {
    if (isOver) return;
    isOver = true;
    onBroken();
  };
  client.on('error', broken);
  client.on('end', broken);
  client.on('notification', ({ payload }) => onPayload(payload ?? ''));
  await client.connect();
  await client.query('LISTEN inbox');
  return {
    end: async () => {
      isOver = true;
      await client.end();
    },
  };
}

/** Of these contacts, those whose conversations somebody may read. */
export async function selectVisible(actor: Actor, contactIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await getPool().query<{ id: string }>(
    `SELECT c.id FROM contacts c LEFT JOIN leads l ON l.contact_id = c.id LEFT JOIN conversations v ON v.contact_id = c.id
     WHERE c.id = ANY($1) AND ${readableConversation(actor, '$2')}`,
    [contactIds, actor.id],
  );
  return new Set(rows.map(({ id }) => id));
}
