import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { readKey } from '@/server/privacy/sealing/store';
import { hiddenIds } from '@/server/sealing/message-id';
import { MESSAGE_KEY } from '@/server/sealing/message-key/store';
import type { FakeWhatsApp } from '../fake-whatsapp/start-fake-whatsapp';
import type { SendMemory } from './find-hidden';
import type { Memory } from './judge';
import { withDatabase } from './with-database';

/**
 * Waits until nothing is under way any more, in WhatsApp or in the app; gives up when the app has brought nothing forward
 * for `patienceMs`, and after five minutes in any case. Says which.
 */
export async function drain(fake: FakeWhatsApp, databaseUrl: string, patienceMs: number): Promise<'drained' | 'late'> {
  const isSettled = fake.settled().then(() => true);
  const end = Date.now() + longestDrainMs;
  let lastProgress = Date.now();
  let before = '';
  while (Date.now() < Math.min(end, lastProgress + patienceMs)) {
    const isQuiet = await Promise.race([isSettled, pause(250, false)]);
    const open = await countOpen(databaseUrl);
    if (isQuiet && open === 0) return 'drained';
    const now = `${open} ${fake.accepted.length}`;
    if (now !== before) lastProgress = Date.now();
    before = now;
    await pause(250);
  }
  return 'late';
}

const longestDrainMs = 300_000;

/** Reads what the app remembers of messages, turns and answers; messages by the ids that WhatsApp knows. */
export async function readMemory(databaseUrl: string): Promise<Memory> {
  return withDatabase(databaseUrl, async (db) => {
    const key = await readKey(db, MESSAGE_KEY);
    const show = key ? hiddenIds(key).show : (id: string) => id;
    const entries = await db.query<Memory['entries'][number]>(
      `SELECT payload->>'messageId' AS "messageId", status::text, turn_id AS "turnId"
       FROM inbox_entries WHERE kind = 'message'`,
    );
    const turns = await db.query<{ input: unknown }>('SELECT input FROM turns');
    const outbox = await db.query<Memory['outbox'][number]>(
      'SELECT id, turn_id AS "turnId", idx, status::text FROM outbox_entries',
    );
    const turnsOf = new Map<string, number>();
    for (const { input } of turns.rows) {
      for (const id of answeredIn(input).map(show)) turnsOf.set(id, (turnsOf.get(id) ?? 0) + 1);
    }
    const shown = entries.rows.map((entry) => ({ ...entry, messageId: show(entry.messageId) }));
    return { entries: shown, turnsOf, outbox: outbox.rows };
  });
}

/** The ids of the messages that a turn was taken for. */
function answeredIn(input: unknown): readonly string[] {
  return withMessages.parse(input).reply?.messages.map(({ id }) => id) ?? [];
}

const withMessages = z.object({ reply: z.object({ messages: z.array(z.object({ id: z.string() })) }).nullish() });

/** Reads what the app would tell an officer about each message that it has sent, or tried to. */
export async function readSends(databaseUrl: string): Promise<readonly SendMemory[]> {
  return withDatabase(databaseUrl, async (db) => {
    const { rows } = await db.query<SendMemory>(
      'SELECT id, status::text, problem_detail AS problem FROM outbox_entries',
    );
    return rows;
  });
}

/** Entries still to be handled, messages still to be sent, and statuses still to be folded in. */
function countOpen(databaseUrl: string): Promise<number> {
  return withDatabase(databaseUrl, async (db) => {
    const { rows } = await db.query<{ open: number }>(
      `SELECT (SELECT count(*) FROM inbox_entries WHERE status IN ('pending', 'parked'))::int
         + (SELECT count(*) FROM outbox_entries WHERE status IN ('queued', 'dispatching'))::int AS open`,
    );
    return rows[0]?.open ?? 0;
  });
}
