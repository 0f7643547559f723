import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '../../testing/runtime-fixture';
import { storedText } from '../../testing/stored-text';

const phone = '+919845099999';
let runtime: RuntimeFixture;
let leads: ReturnType<typeof import('../../testing/studio-caller').studioCaller>['leads'];
let contactId: string;

beforeAll(async () => {
  runtime = await startRuntime();
  leads = (await import('../../testing/studio-caller')).studioCaller('officer').leads;
  runtime.startWorker({ allowLoopback: true });
  await runtime.say(phone, 'Hello');
  const session = await runtime.until<{ contact_id: string }>('SELECT contact_id FROM flow_sessions');
  contactId = session.contact_id;
});
afterAll(() => runtime.close());

test('facts that an officer sets while a turn is being taken stay, and the turn is taken anew without having failed', async () => {
  // As often as a turn may fail before its message is given up.
  const months = [60, 120, 180];
  const call = await openCall(async (time) => {
    const value = months[time];
    if (value !== undefined) await leads.setFact({ contactId, slot: 'tenure_months', value });
  });
  await leads.setFact({ contactId, slot: 'port', value: call.port });
  await runtime.say(phone, 'Outside');
  await runtime.until(`SELECT FROM leads WHERE facts->>'rate' = '8.5'`);
  await call.close();
  const { facts } = await leads.read({ contactId });
  const tenure = facts.find(({ slot }) => slot === 'tenure_months');
  expect(tenure).toMatchObject({ value: 180, source: 'officer', history: [{ value: 60 }, { value: 120 }] });
  const { rows } = await runtime.db.query<{ text: string | null }>(`SELECT content->>'text' AS text FROM messages`);
  expect(rows.filter(({ text }) => text?.startsWith('The rate is 8.5'))).toHaveLength(1);
});

test('what was known before is history; confirmed and removed facts are told of, and the score follows', async () => {
  await leads.setFact({ contactId, slot: 'property_location', value: 'Mysuru' });
  const before = (await leads.read({ contactId })).score.score;
  await leads.setFact({ contactId, slot: 'property_location', value: 'Hubballi' });
  await leads.setFact({ contactId, slot: 'property_value', value: 9_000_000 });
  await leads.confirmFact({ contactId, slot: 'property_location' });
  const { facts, score } = await leads.read({ contactId });
  const place = facts.find(({ slot }) => slot === 'property_location');
  expect(place).toMatchObject({ value: 'Hubballi', confirmed: true });
  expect(place?.history.at(-1)).toMatchObject({ value: 'Mysuru' });
  expect(score.score).toBeGreaterThan(before);
  await leads.removeFact({ contactId, slot: 'property_value' });
  expect((await leads.read({ contactId })).lead.propertyValue).toBeNull();
  await expect(leads.removeFact({ contactId, slot: 'property_value' })).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(leads.setFact({ contactId, slot: 'property_type', value: 'castle' })).rejects.toThrow(
    'one of the choices',
  );
  const { entries } = await leads.timeline({ contactId, before: null });
  expect(entries.find(({ kind }) => kind === 'fact')).toMatchObject({
    slot: 'property_value',
    from: 9_000_000,
    to: null,
  });
  const audit = await runtime.db.query(`SELECT detail FROM audit_entries WHERE act = 'lead.changed'`);
  expect(JSON.stringify(audit.rows)).not.toContain('Hubballi');
});

test('a customer is called and found by the name that an officer gives', async () => {
  await leads.setFact({ contactId, slot: 'name', value: 'Farida Sheikh' });
  const byScore = { by: 'score', order: 'descending' } as const;
  const { rows } = await leads.list({ filter: { search: 'sheikh fari' }, sort: byScore, after: null });
  expect(rows).toMatchObject([{ contactId, name: 'Farida Sheikh' }]);
  const told = await leads.timeline({ contactId, before: null, limit: 1 });
  expect(told.entries).toMatchObject([{ kind: 'fact', slot: 'name', to: 'Farida Sheikh' }]);
  const stored = await storedText(process.env.DATABASE_URL ?? '', 'SELECT detail FROM lead_events');
  expect(JSON.stringify(stored)).not.toContain('Farida');
});

test('a timeline is read page by page, each thing once, the newest first', async () => {
  await leads.setFact({ contactId, slot: 'loan_purpose', value: 'business' });
  const ids: string[] = [];
  const times: string[] = [];
  for (let before: Parameters<typeof leads.timeline>[0]['before'] = null; ; ) {
    const { entries, next } = await leads.timeline({ contactId, before, limit: 3 });
    ids.push(...entries.map(({ id }) => id));
    times.push(...entries.map(({ at }) => at));
    if (!next) break;
    before = next;
  }
  expect(new Set(ids).size).toBe(ids.length);
  expect(times).toEqual([...times].sort().reverse());
  const whole = await leads.timeline({ contactId, before: null, limit: 100 });
  expect(whole.entries.map(({ id }) => id)).toEqual(ids);
  expect(new Set(whole.entries.map(({ kind }) => kind))).toEqual(new Set(['message', 'state', 'fact']));
});

/** A service that a flow calls, and what happens during each call; the first is 0. */
async function openCall(during: (time: number) => Promise<void>) {
  let times = 0;
  const server = createServer(async (_request, response) => {
    times += 1;
    await during(times - 1);
    response.end(JSON.stringify({ rate: 8.5 }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
