import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertContactRow } from '@/server/testing/contact-rows';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';

const HOUR_MS = 3_600_000;

let database: TestDatabase;
let db: pg.Pool;
let call: typeof import('@/server/testing/studio-caller').studioCaller;
let sendScheduled: (nowMs: number) => Promise<number>;
let claimDueContacts: typeof import('@/server/conversation/queue/store').claimDueContacts;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  db = new pg.Pool({ connectionString: database.url, max: 2 });
  ({ studioCaller: call } = await import('@/server/testing/studio-caller'));
  ({ sendScheduled } = await import('./schedule/send-scheduled'));
  ({ claimDueContacts } = await import('@/server/conversation/queue/store'));
});
afterAll(async () => {
  const { closeDatabase } = await import('@/server/db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
});
beforeEach(async () => {
  await db.query('TRUNCATE contacts, canned_answers CASCADE');
  await db.query('TRUNCATE users CASCADE');
  for (const id of ['ravi', 'asha']) {
    await db.query(
      `INSERT INTO users (id, name, email, role) VALUES ($1, initcap($1), $1 || '@lender.test', 'officer')`,
      [id],
    );
  }
});

describe('the queues', () => {
  test('hold each conversation where it is, page by page, with what is unread and who has it', async () => {
    const [bot, asked, mine, theirs, closed] = await Promise.all(Array.from({ length: 5 }, () => contact()));
    if (!bot || !asked || !mine || !theirs || !closed) throw new Error('There are five.');
    await as('asha').handovers.request({ contactId: asked, reason: 'Wants a person' });
    await as('ravi').handovers.takeOver({ contactId: mine });
    await as('asha').handovers.takeOver({ contactId: theirs });
    await as('ravi').handovers.takeOver({ contactId: closed });
    await as('ravi').handovers.close({ contactId: closed, outcome: 'qualified', note: '' });
    expect(await listed('bot')).toEqual([bot]);
    expect(await listed('mine')).toEqual(expect.arrayContaining([mine]));
    expect(await listed('closed')).toEqual([closed]);
    expect((await list('all')).rows).toContainEqual(
      expect.objectContaining({ contactId: theirs, status: 'taken', assignee: { id: 'asha', name: 'Asha' } }),
    );
    const { rows } = await list('mine');
    expect(rows.find(({ contactId }) => contactId === mine)).toMatchObject({
      status: 'taken',
      assignee: { id: 'ravi', name: 'Ravi' },
      phone: expect.stringMatching(/^\+91•+\d{4}$/),
      lastAuthor: 'customer',
      preview: 'Hello there',
      unread: 1,
      slaState: expect.stringMatching(/fine|soon|over/),
      windowEndsAt: expect.any(String),
    });
    const counts = await as('ravi').conversations.counts();
    expect(counts).toMatchObject({ bot: 1, closed: 1, waiting: 0 });
    expect(counts.needsHuman).toBe(1);
  });

  test('are read on to the end, each conversation once, in every order', async () => {
    const people: string[] = [];
    for (let index = 0; index < 55; index += 1) {
      const contactId = await contact({ agoMs: index * 60_000 });
      people.push(contactId);
      await db.query(
        `INSERT INTO handovers (id, contact_id, asked_by, reason, summary, created_at) VALUES ($1, $2, 'customer', 'human', '', $3)`,
        [randomUUID(), contactId, new Date(Date.now() - ((index * 7) % 55) * 60_000)],
      );
    }
    for (const sort of ['newest', 'waitingLongest', 'slaFirst'] as const) {
      const first = await list('needsHuman', { sort });
      const second = await list('needsHuman', { sort, after: first.next });
      expect(second.next).toBeNull();
      const all = [...first.rows, ...second.rows];
      expect(new Set(all.map(({ contactId }) => contactId))).toEqual(new Set(people));
      expect(all).toHaveLength(55);
      const key = all.map(({ lastAt, askedAt }) => Date.parse(sort === 'newest' ? lastAt : (askedAt ?? '')));
      expect(key).toEqual(key.toSorted((a, b) => (sort === 'newest' ? b - a : a - b)));
    }
  });

  test('are searched by name and by words, and are without what is snoozed until they write', async () => {
    const [anita, other] = [await contact({ name: 'ಅನಿತಾ ರಾವ್' }), await contact({ name: 'Suresh' })];
    await db.query(`UPDATE contacts SET language = 'kn' WHERE id = $1`, [anita]);
    expect(await listed('all', { search: 'ಅನಿತಾ' })).toEqual([anita]);
    expect(await listed('all', { languages: ['kn'] })).toEqual([anita]);
    expect(await listed('all', { bands: ['hot'] })).toEqual([]);
    await as('ravi').handovers.request({ contactId: other, reason: 'x' });
    await as('ravi').conversations.snooze({ contactId: other, until: new Date(Date.now() + HOUR_MS).toISOString() });
    expect(await listed('needsHuman')).toEqual([]);
    expect(await listed('waiting')).toEqual([other]);
    await incoming(other, 'I am here');
    expect(await listed('needsHuman')).toEqual([other]);
  });
});

describe('what an officer sends', () => {
  test('is sent once, names them, and stops the service clock', async () => {
    const contactId = await contact();
    await as('ravi').handovers.takeOver({ contactId });
    const sending = { contactId, clientId: randomUUID(), content: { type: 'text', text: 'Good morning' } } as const;
    const [first, second] = await Promise.all([
      as('ravi').conversations.send(sending),
      as('ravi').conversations.send(sending),
    ]);
    expect(second).toEqual(first);
    const { rows } = await db.query(
      `SELECT o.status, o.payload->'text' AS text, m.author_id, h.answered_at IS NOT NULL AS answered
       FROM outbox_entries o JOIN messages m ON m.id = o.message_id JOIN handovers h ON h.contact_id = m.contact_id`,
    );
    expect(rows).toMatchObject([
      { status: 'queued', text: { body: 'Good morning' }, author_id: 'ravi', answered: true },
    ]);
    const thread = await as('ravi').conversations.read({ contactId, before: null });
    expect(thread).toMatchObject({ canType: true, whyNot: null, owner: { id: 'ravi' }, window: { isOpen: true } });
    expect(thread.messages.at(-1)).toMatchObject({ direction: 'out', authorName: 'Ravi', status: 'queued' });
  });

  test('can answer a message visibly, in words and as a file, but none of another customer', async () => {
    const [contactId, stranger] = [await contact(), await contact()];
    await as('ravi').handovers.takeOver({ contactId });
    for (const [id, of] of [
      ['wamid.asked', contactId],
      ['wamid.other', stranger],
    ]) {
      await db.query(
        `INSERT INTO inbox_entries (channel, external_id, kind, contact_id, payload, occurred_at)
         VALUES ('whatsapp', $1, 'message', $2, '{}', now())`,
        [id, of],
      );
    }
    const fileId = randomUUID();
    await db.query(
      `INSERT INTO media_files (id, contact_id, channel, kind, status, storage_key) VALUES ($1, $2, 'whatsapp', 'voice', 'stored', 'a')`,
      [fileId, contactId],
    );
    const answer = (content: { type: 'text'; text: string } | { type: 'media'; fileId: string }, quotes: string) =>
      as('ravi').conversations.send({ contactId, clientId: randomUUID(), content: { ...content, quotes } });
    await answer({ type: 'text', text: 'Yes, we do' }, 'wamid.asked');
    await answer({ type: 'media', fileId }, 'wamid.asked');
    await expect(answer({ type: 'text', text: 'Hm' }, 'wamid.other')).rejects.toThrow('not there any more');
    const { messages } = await as('ravi').conversations.read({ contactId, before: null });
    expect(messages.slice(1)).toMatchObject([
      {
        content: { text: 'Yes, we do', quotes: 'wamid.asked' },
        payloads: [{ context: { message_id: 'wamid.asked' } }],
      },
      { content: { kind: 'voice', quotes: 'wamid.asked' }, payloads: [{ type: 'file', quotes: 'wamid.asked' }] },
    ]);
  });

  test('is refused with a sentence: before the take-over, outside the window, and to who opted out', async () => {
    const contactId = await contact({ agoMs: 25 * HOUR_MS });
    const send = () =>
      as('ravi').conversations.send({ contactId, clientId: randomUUID(), content: { type: 'text', text: 'Hi' } });
    await expect(send()).rejects.toThrow('Take it over to write');
    await as('ravi').handovers.takeOver({ contactId });
    await expect(send()).rejects.toThrow('Only a template');
    expect(await as('ravi').conversations.read({ contactId, before: null })).toMatchObject({
      canType: false,
      whyNot: { code: 'window.closed' },
    });
    await db.query('UPDATE contacts SET opted_out_at = now() WHERE id = $1', [contactId]);
    await expect(send()).rejects.toThrow('asked not to be written to');
    const { rowCount } = await db.query(`SELECT FROM messages WHERE direction = 'out'`);
    expect(rowCount).toBe(0);
  });

  test('is read by every colleague while an officer has the conversation, and written by nobody else', async () => {
    const contactId = await contact();
    await as('asha').handovers.takeOver({ contactId });
    const schedule = {
      contactId,
      clientId: randomUUID(),
      text: 'Later',
      at: new Date(Date.now() + HOUR_MS).toISOString(),
    };
    for (const other of [as('ravi'), call('owner')]) {
      const thread = await other.conversations.read({ contactId, before: null });
      expect(thread).toMatchObject({
        messages: [{ direction: 'in', content: { text: 'Hello there' } }],
        contact: { phone: expect.stringMatching(/^\+91•+\d{4}$/) },
        owner: { id: 'asha', name: 'Asha' },
        canType: false,
        whyNot: { sentence: 'Asha has taken this over. Nobody else can write.' },
      });
      const acts = [
        () => other.conversations.send({ contactId, clientId: randomUUID(), content: { type: 'text', text: 'Hi' } }),
        () => other.conversations.schedule(schedule),
        () => other.conversations.draft({ contactId }),
        () => other.handovers.takeOver({ contactId }),
      ];
      for (const act of acts) await expect(act()).rejects.toThrow('Asha has taken this over.');
    }
    await expect(call('viewer').conversations.read({ contactId, before: null })).rejects.toThrow('Only officers');
    await as('asha').handovers.close({ contactId, outcome: 'callBack', note: '' });
    await expect(as('ravi').conversations.read({ contactId, before: null })).rejects.toThrow('no such contact');
  });

  test('can wait for its time, and says why where it could not be sent then', async () => {
    const [contactId, gone] = [await contact(), await contact()];
    for (const id of [contactId, gone]) await as('ravi').handovers.takeOver({ contactId: id });
    const nowMs = Date.now();
    const at = new Date(nowMs + HOUR_MS).toISOString();
    for (const id of [contactId, gone]) {
      await as('ravi').conversations.schedule({ contactId: id, clientId: randomUUID(), text: 'Later', at });
    }
    await as('ravi').handovers.returnToBot({ contactId: gone, stateId: null, note: '' });
    expect(await sendScheduled(nowMs)).toBe(0);
    await Promise.all([sendScheduled(nowMs + HOUR_MS), sendScheduled(nowMs + HOUR_MS)]);
    const { rows } = await db.query(`SELECT contact_id FROM messages WHERE direction = 'out'`);
    expect(rows).toEqual([{ contact_id: contactId }]);
    expect(await as('ravi').conversations.scheduled({ contactId })).toEqual([]);
    const failed = await as('ravi').conversations.scheduled({ contactId: gone });
    expect(failed).toMatchObject([{ text: 'Later', problem: 'The bot has this conversation. Take it over to write.' }]);
    await as('ravi').conversations.unschedule({ contactId: gone, id: failed[0]?.id ?? '' });
    expect(await as('ravi').conversations.scheduled({ contactId: gone })).toEqual([]);
  });

  test('does not leave when it is taken back in the moment in which its time has come', async () => {
    const contactId = await contact();
    await as('ravi').handovers.takeOver({ contactId });
    const nowMs = Date.now();
    const at = new Date(nowMs + HOUR_MS).toISOString();
    const { id } = await as('ravi').conversations.schedule({ contactId, clientId: randomUUID(), text: 'Later', at });
    const turn = await db.connect();
    await turn.query('BEGIN');
    await turn.query('SELECT FROM turn_queue WHERE contact_id = $1 FOR UPDATE', [contactId]);
    const sending = sendScheduled(nowMs + HOUR_MS);
    await expect.poll(waitingForLocks, { timeout: 5_000, interval: 10 }).toBe(1);
    await as('ravi').conversations.unschedule({ contactId, id });
    await turn.query('COMMIT');
    turn.release();
    await sending;
    const { rowCount } = await db.query(`SELECT FROM messages WHERE direction = 'out'`);
    expect(rowCount).toBe(0);
    expect(await as('ravi').conversations.scheduled({ contactId })).toEqual([]);
  });
});

test.each(['returned', 'closed'])('a turn under way when it is %s is taken anew, by who has it now', async (how) => {
  const contactId = await contact();
  await as('ravi').handovers.takeOver({ contactId });
  const [before] = await claimDueContacts(randomUUID(), 10, 30);
  if (how === 'closed') await as('ravi').handovers.close({ contactId, outcome: 'callBack', note: '' });
  else await as('ravi').handovers.returnToBot({ contactId, stateId: null, note: '' });
  const [after] = await claimDueContacts(randomUUID(), 10, 30);
  expect([before?.contactId, after?.contactId]).toEqual([contactId, contactId]);
  expect(after?.fence).not.toBe(before?.fence);
});

test('a conversation is read page by page, and how far is kept', async () => {
  const contactId = await contact();
  for (let index = 1; index <= 64; index += 1) await incoming(contactId, `number ${index}`);
  const newest = await as('ravi').conversations.read({ contactId, before: null });
  expect(newest.messages).toHaveLength(60);
  expect(newest).toMatchObject({ hasMore: true, readPosition: '0' });
  const older = await as('ravi').conversations.read({ contactId, before: newest.messages[0]?.position ?? '' });
  expect(older.messages).toHaveLength(5);
  expect(older.hasMore).toBe(false);
  const position = newest.messages.at(-1)?.position ?? '';
  await as('ravi').conversations.markRead({ contactId, position });
  await as('ravi').conversations.markRead({ contactId, position: '1' });
  expect((await as('ravi').conversations.read({ contactId, before: null })).readPosition).toBe(position);
  expect((await list('all')).rows[0]?.unread).toBe(0);
});

test('two contacts that turn out to be one person are one conversation, with the officer who has it', async () => {
  const { mergeContacts } = await import('../contacts/store');
  const { inTransaction } = await import('../db/transaction');
  const [stays, goes] = [await contact(), await contact({ name: 'Anita' })];
  await as('asha').handovers.request({ contactId: stays, reason: 'Wants a person' });
  await as('ravi').handovers.takeOver({ contactId: goes });
  await as('ravi').conversations.markRead({ contactId: goes, position: '1' });
  await incoming(goes, 'The newest');
  await inTransaction((client) => mergeContacts(client, stays, goes));
  const { rows } = await db.query(
    `SELECT c.status, c.assignee_id, l.assignee_id AS lead, (SELECT count(*)::int FROM messages WHERE contact_id = c.contact_id) AS messages,
       (SELECT array_agg(h.status ORDER BY h.status) FROM handovers h WHERE h.contact_id = c.contact_id)::text AS handovers
     FROM conversations c JOIN leads l USING (contact_id)`,
  );
  expect(rows).toEqual([
    { status: 'taken', assignee_id: 'ravi', lead: 'ravi', messages: 3, handovers: '{taken,closed}' },
  ]);
  expect((await list('mine')).rows).toMatchObject([{ contactId: stays, preview: 'The newest' }]);
});

test('canned answers are filled for the customer, in their language or in English', async () => {
  const contactId = await contact({ name: 'Anita' });
  await db.query(`UPDATE contacts SET language = 'hi' WHERE id = $1`, [contactId]);
  const texts = { en: 'Hello {{ name }}, {{ officer }} here.' };
  const { id } = await as('ravi').canned.save({ id: null, shortcut: 'hello', title: 'Hello', texts });
  await expect(as('ravi').canned.save({ id: null, shortcut: 'Hello', title: 'Twice', texts })).rejects.toThrow(
    'shortcut',
  );
  await as('ravi').canned.save({ id, shortcut: 'hi', title: 'Hi', texts });
  expect(await as('ravi').canned.forContact({ contactId })).toMatchObject([
    { shortcut: 'hi', text: 'Hello Anita, Ravi here.', language: 'en', missing: [] },
  ]);
});

type Request = Parameters<ReturnType<typeof call>['conversations']['list']>[0];
type Changes = Partial<Request>;

function list(queue: 'needsHuman' | 'mine' | 'bot' | 'waiting' | 'closed' | 'all', changes: Changes = {}) {
  const everything: Omit<Request, 'queue'> = {
    search: null,
    languages: [],
    bands: [],
    unreadOnly: false,
    sort: 'newest',
    after: null,
  };
  return as('ravi').conversations.list({ ...everything, ...changes, queue });
}

async function listed(queue: Parameters<typeof list>[0], changes: Changes = {}): Promise<readonly string[]> {
  return (await list(queue, changes)).rows.map(({ contactId }) => contactId);
}

function as(id: 'ravi' | 'asha') {
  return call('officer', { id, name: id === 'ravi' ? 'Ravi' : 'Asha' });
}

/** How many others wait for a lock in this database. */
async function waitingForLocks(): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows[0]?.count ?? 0;
}

let phones = 0;

async function contact({ name = null, agoMs = 0 }: { readonly name?: string | null; readonly agoMs?: number } = {}) {
  phones += 1;
  const at = new Date(Date.now() - agoMs);
  const phone = `+9198001${String(phones).padStart(5, '0')}`;
  const contactId = await insertContactRow(db, { phone, name, lastInboundAt: at });
  await db.query(
    `INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, updated_at)
     VALUES ($1, 50, '[]', 0.5, '{}', 'loan', 'closing', $2)`,
    [contactId, at],
  );
  await incoming(contactId, 'Hello there', at);
  return contactId;
}

async function incoming(contactId: string, text: string, at = new Date()): Promise<void> {
  await db.query(
    `INSERT INTO messages (id, contact_id, direction, channel, content, text_keys, language, at)
     VALUES ($1, $2, 'in', 'whatsapp', $3, '{}', 'en', $4)`,
    [randomUUID(), contactId, JSON.stringify({ type: 'text', text }), at],
  );
}
