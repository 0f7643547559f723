import { setTimeout as pause } from 'node:timers/promises';
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

/** Reads what the app remembers of messages, turns and answers. */
export async function readMemory(databaseUrl: string): Promise<Memory> {
  return withDatabase(databaseUrl, async (db) => {
    const entries = await db.query<Memory['entries'][number]>(
      `SELECT payload->>'messageId' AS "messageId", status::text, turn_id AS "turnId"
       FROM inbox_entries WHERE kind = 'message'`,
    );
    const turns = await db.query<{ id: string; count: number }>(
      `SELECT message->>'id' AS id, count(*)::int AS count
       FROM turns, jsonb_array_elements(input->'reply'->'messages') AS message GROUP BY 1`,
    );
    const outbox = await db.query<Memory['outbox'][number]>(
      'SELECT id, turn_id AS "turnId", idx, status::text FROM outbox_entries',
    );
    const turnsOf = new Map(turns.rows.map(({ id, count }) => [id, count]));
    return { entries: entries.rows, turnsOf, outbox: outbox.rows };
  });
}

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
