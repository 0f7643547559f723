import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IncomingContent } from '@/flows/schema/message';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import { blindIndex } from '../sealing/blind-index';

let runtime: RuntimeFixture;

beforeAll(async () => {
  runtime = await startRuntime({ BURST_WINDOW_MS: '60' });
  runtime.startWorker();
});
afterAll(() => runtime.close());

const photo = { type: 'media', kind: 'image', mediaId: '1', mimeType: 'image/jpeg' } as const;

test.each<[string, string, IncomingContent]>([
  ['+919800007001', 'fileReceived', photo],
  ['+919800007002', 'locationReceived', { type: 'location', latitude: 12.97, longitude: 77.59 }],
  ['+919800007003', 'contactReceived', { type: 'contacts', cards: [{ name: 'A', phones: ['+91980'] }], isOwn: false }],
  ['+919800007004', 'unsupportedMessage', { ...photo, kind: 'sticker' }],
] as const)(
  '%s: in the middle of a conversation %s is said, and the conversation stays where it is',
  async (phone, key, content) => {
    const contact = await talk(phone, 'Hello');
    await runtime.whatsapp.receiveFromCustomer({ from: phone, content });
    await said(contact, key);
    const { rows } = await runtime.db.query(
      `SELECT (SELECT count(*) FROM turns WHERE contact_id = $1)::int AS turns,
       (SELECT reason FROM inbox_entries WHERE contact_id = $1 AND status = 'ignored') AS reason`,
      [contact],
    );
    expect(rows).toEqual([{ turns: 1, reason: 'message.unreadable' }]);
  },
);

test('a thumbs-up is not answered, and begins no conversation', async () => {
  const like = { type: 'reaction', to: 'wamid.ours', emoji: '👍' } as const;
  await runtime.whatsapp.receiveFromCustomer({ from: '+919800007005', content: like });
  const { contact_id: contact } = await runtime.until<{ contact_id: string }>(
    `SELECT i.contact_id FROM inbox_entries i JOIN contacts c ON c.id = i.contact_id
     WHERE c.phone_hash = $1 AND i.status = 'ignored'`,
    [blindIndex('phone', '+919800007005')],
  );
  const { rowCount } = await runtime.db.query('SELECT 1 FROM messages WHERE contact_id = $1 AND direction = $2', [
    contact,
    'out',
  ]);
  expect(rowCount).toBe(0);
});

test('a photo can begin a conversation: it is thanked for, and the flow speaks in the same message', async () => {
  await runtime.whatsapp.receiveFromCustomer({ from: '+919800007006', content: photo });
  const { text, content } = await runtime.until<{ text: string; content: { fileId?: string } }>(
    `SELECT o.content->>'text' AS text, i.content FROM contacts c
     JOIN messages o ON o.contact_id = c.id AND o.direction = 'out'
     JOIN messages i ON i.contact_id = c.id AND i.direction = 'in' WHERE c.phone_hash = $1`,
    [blindIndex('phone', '+919800007006')],
  );
  expect(text).toMatch(/^Thank you, I've kept this .*\n\nWhat now\?$/s);
  expect(content.fileId).toMatch(/^[0-9a-f-]{36}$/);
});

test('the words under a photo are an answer', async () => {
  const contact = await talk('+919800007007', 'Hello');
  await runtime.whatsapp.receiveFromCustomer({ from: '+919800007007', content: { ...photo, caption: 'two' } });
  await expect
    .poll(
      async () => {
        const { rows } = await runtime.db.query('SELECT content FROM messages WHERE contact_id = $1', [contact]);
        return rows.map(({ content }) => content.text);
      },
      { timeout: 5_000 },
    )
    .toContainEqual(expect.stringMatching(/^One of two\./));
});

test('an ad is remembered on the lead, the first one for ever, and the answer opens the time in which messages are free', async () => {
  const ad = { sourceType: 'ad', sourceId: '120', headline: 'Loans', clickId: 'click-1' };
  const phone = '+919800007008';
  await runtime.whatsapp.receiveFromCustomer({ from: phone, text: 'Hello', referral: ad });
  const first = await runtime.until<{ id: string; referral: object; account: string; adEntryAt: Date }>(adSql, [
    blindIndex('phone', phone),
    1,
  ]);
  expect(first.referral).toMatchObject({ sourceId: '120', clickId: 'click-1' });
  expect(first.account).toBe('1555000111');
  await runtime.whatsapp.receiveFromCustomer({ from: phone, text: 'again', referral: { ...ad, sourceId: '121' } });
  const second = await runtime.until<typeof first>(adSql, [blindIndex('phone', phone), 2]);
  expect(second.referral).toMatchObject({ sourceId: '120' });
  expect(second.adEntryAt.getTime()).toBeGreaterThan(first.adEntryAt.getTime());
});

test('a message that is answered is marked as read, with "typing…"', async () => {
  const { id } = await runtime.whatsapp.receiveFromCustomer({ from: '+919800007009', text: 'Hello' });
  await expect.poll(() => runtime.whatsapp.ledger.reads).toContainEqual({ messageId: id, typing: true });
});

test('a flow that says the upload link opens it for this customer, and no other turn does', async () => {
  const [{ insertFlow }, { startSimulation }, { parseFlow }, { hashOfToken }] = await Promise.all([
    import('../flows/store'),
    import('./start-simulation'),
    import('@/flows/schema/parse-flow'),
    import('../uploads/token'),
  ]);
  const flow = parseFlow(JSON.stringify(papersFlow));
  if (!flow.ok) throw new Error(JSON.stringify(flow.issues));
  await insertFlow(flow.flow, 'test');
  const start = { name: null, language: 'en', flowId: 'papers', flowVersion: 1, state: 'papers' };
  const { id: contact } = await startSimulation(start);
  const { text } = await runtime.until<{ text: string }>(
    `SELECT content->>'text' AS text FROM messages WHERE contact_id = $1`,
    [contact],
  );
  const token = text.match(/\/upload\/([\w-]{43})$/)?.[1] ?? '';
  const { rows } = await runtime.db.query(
    `SELECT contact_id, token_hash, language, expires_at > now() + interval '71 hours' AS "isGood" FROM upload_links`,
  );
  expect(rows).toEqual([{ contact_id: contact, token_hash: hashOfToken(token), language: 'en', isGood: true }]);
});

const papersFlow = {
  schemaVersion: 1,
  id: 'papers',
  name: 'Papers',
  languages: ['en'],
  defaultLanguage: 'en',
  start: 'papers',
  states: [
    {
      id: 'papers',
      type: 'end',
      position: { x: 0, y: 0 },
      data: { reason: 'done', message: { type: 'text', text: { en: 'Put your papers in here: {{ upload_link }}' } } },
    },
  ],
  transitions: [],
  rules: [],
  variables: [],
};

const adSql = `SELECT c.id, l.referral, c.account, c.ad_entry_at AS "adEntryAt" FROM contacts c
  JOIN leads l ON l.contact_id = c.id WHERE c.phone_hash = $1
  AND (SELECT count(*) FROM turns t WHERE t.contact_id = c.id) = $2`;

async function talk(phone: string, text: string): Promise<string> {
  await runtime.say(phone, text);
  const { id } = await runtime.until<{ id: string }>(
    `SELECT c.id FROM contacts c JOIN turns t ON t.contact_id = c.id WHERE c.phone_hash = $1`,
    [blindIndex('phone', phone)],
  );
  return id;
}

async function said(contact: string, key: string): Promise<void> {
  await runtime.until(`SELECT 1 FROM messages WHERE contact_id = $1 AND text_keys = ARRAY[$2]`, [
    contact,
    `runtime/${key}`,
  ]);
}
