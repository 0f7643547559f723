import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/server/auth/actor';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';

let database: TestDatabase;
let db: pg.Pool;
let liveStream: typeof import('./live-stream').liveStream;
let announce: typeof import('../presence/announce').announce;
let testActor: typeof import('@/server/testing/test-actor').testActor;
const ends: AbortController[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  db = new pg.Pool({ connectionString: database.url, max: 2 });
  ({ liveStream } = await import('./live-stream'));
  ({ announce } = await import('../presence/announce'));
  ({ testActor } = await import('@/server/testing/test-actor'));
});
afterAll(async () => {
  for (const end of ends) end.abort();
  await untilNobodyListens();
  const { closeDatabase } = await import('@/server/db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
});

test('a message arrives at every stream within a second, and only with who may see it', async () => {
  const [ravi, asha] = [officer('ravi'), officer('asha')];
  const streams = { ravi: open(ravi), asha: open(asha) };
  await untilListening();
  const [free, ravis] = [await contact(null), await contact('ravi')];
  const began = performance.now();
  await say(free);
  await say(ravis);
  await streams.asha.until(`"contactId":"${free}"`);
  await streams.ravi.until(`"contactId":"${ravis}"`);
  await streams.ravi.until(`"contactId":"${free}"`);
  expect(performance.now() - began).toBeLessThan(1_000);
  await streams.asha.until('event: counts');
  expect(streams.asha.text()).not.toContain(ravis);
});

test('who is at a conversation is told to the others, and not to themselves', async () => {
  const [ravi, asha] = [officer('ravi'), officer('asha')];
  const streams = { ravi: open(ravi), asha: open(asha) };
  await untilListening();
  const contactId = await contact(null);
  await announce(ravi, contactId, 'typing');
  await streams.asha.until('event: presence');
  expect(streams.asha.text()).toContain(
    JSON.stringify({ contactId, userId: 'ravi', name: 'Ravi Kumar', what: 'typing' }),
  );
  expect(streams.ravi.text()).not.toContain('presence');
});

test('a stream ends when the connection to the database is lost, and a new one hears again', async () => {
  const stream = open(officer('ravi'));
  await untilListening();
  await db.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN inbox' AND datname = current_database()`,
  );
  await stream.ended;
  const again = open(officer('ravi'));
  await untilListening();
  const contactId = await contact(null);
  await say(contactId);
  await again.until(contactId);
});

test('nobody opens more than twenty, and who goes makes room', () => {
  const meera = officer('meera');
  const opened = Array.from({ length: 20 }, () => open(meera));
  expect(liveStream(meera, new AbortController().signal, stays)).toBeUndefined();
  opened[0]?.end();
  open(meera);
});

const stays = () => Promise.resolve(true);

function officer(id: string): Actor {
  return testActor('officer', { id });
}

function open(actor: Actor) {
  const abort = new AbortController();
  ends.push(abort);
  const stream = liveStream(actor, abort.signal, stays);
  if (!stream) throw new Error('There is room for a stream.');
  const decoder = new TextDecoder();
  let text = '';
  const ended = (async () => {
    for await (const chunk of stream) text += decoder.decode(chunk, { stream: true });
  })();
  return {
    text: () => text,
    ended,
    end: () => abort.abort(),
    until: (part: string) => until(() => text.includes(part)),
  };
}

async function contact(assignee: string | null): Promise<string> {
  const id = randomUUID();
  if (assignee) {
    await db.query(`INSERT INTO users (id, name, email, role) VALUES ($1, $1, $1, 'officer') ON CONFLICT DO NOTHING`, [
      assignee,
    ]);
  }
  await db.query(
    `INSERT INTO contacts (id, channel, bsuid, language, timezone) VALUES ($1, 'whatsapp', $2, 'en', 'Asia/Kolkata')`,
    [id, id],
  );
  await db.query(
    `INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, assignee_id, updated_at)
     VALUES ($1, 50, '[]', 0.5, '{}', 'loan', 'closing', $2, now())`,
    [id, assignee],
  );
  return id;
}

async function say(contactId: string): Promise<void> {
  await db.query(
    `INSERT INTO messages (id, contact_id, direction, channel, content, text_keys, language, at)
     VALUES ($1, $2, 'in', 'whatsapp', '{"type": "text", "text": "Hm"}', '{}', 'en', now())`,
    [randomUUID(), contactId],
  );
}

const listening = `SELECT 1 FROM pg_stat_activity WHERE query = 'LISTEN inbox' AND datname = current_database()`;

function untilListening(): Promise<void> {
  return until(async () => (await db.query(listening)).rowCount === 1);
}

function untilNobodyListens(): Promise<void> {
  return until(async () => (await db.query(listening)).rowCount === 0);
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error('It never came true.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
