import { afterAll, beforeAll, expect, test } from 'vitest';
import { outboxRows } from '../../testing/outbox-rows';
import { type RuntimeFixture, startRuntime } from '../../testing/runtime-fixture';

let runtime: RuntimeFixture;
let studio: Awaited<ReturnType<typeof loadStudio>>;
const account = '1555000111';

/** Loaded only when the environment is as the test wants it: modules read it when they are. */
async function loadStudio() {
  const { studioCaller } = await import('../../testing/studio-caller');
  return studioCaller().whatsapp;
}

beforeAll(async () => {
  runtime = await startRuntime({
    WHATSAPP_BUSINESS_ACCOUNT_ID: '100200300400500',
    PUBLIC_URL: 'https://vaarta.example.com',
  });
  studio = await loadStudio();
  runtime.startWorker();
});
afterAll(() => runtime.close());

test('before WhatsApp was asked a number is there without a checklist, and no secret is told', async () => {
  const overview = await studio.overview();
  expect(overview).toMatchObject({
    isConfigured: true,
    callbackUrl: 'https://vaarta.example.com/api/webhooks/whatsapp',
    canSubscribe: true,
    numbers: [{ phoneNumberId: account, checks: [], checkedAt: null }],
    openedToday: 0,
  });
  expect(overview.variables.every(({ isSet }) => isSet)).toBe(true);
  expect(JSON.stringify(overview)).not.toMatch(/access-token|app-secret|verify-token/);
});

test('a check keeps what WhatsApp says, and subscribing puts the last point in order', async () => {
  await studio.check();
  const statusOf = async (id: string) =>
    (await studio.overview()).numbers[0]?.checks.find((check) => check.id === id)?.status;
  expect((await studio.overview()).numbers[0]).toMatchObject({
    displayNumber: '+91 80 4123 4567',
    quality: 'GREEN',
    throughput: 80,
    contactsPerDay: 2_000,
  });
  expect(await statusOf('token')).toBe('ok');
  expect(await statusOf('subscribed')).toBe('failed');
  expect(await studio.subscribe()).toEqual({ ok: true });
  expect(await statusOf('subscribed')).toBe('ok');
});

test('a check that is refused says why and keeps the limits', async () => {
  runtime.whatsapp.revokeToken();
  await studio.check();
  const [number] = (await studio.overview()).numbers;
  expect(number).toMatchObject({ displayNumber: '+91 80 4123 4567', contactsPerDay: 2_000 });
  expect(number?.checks.find(({ id }) => id === 'token')?.status).toBe('failed');
  runtime.whatsapp.restoreToken();
});

test('a test message to a stranger is the sample template, and is followed until it is delivered', async () => {
  const { outboxId, kind } = await studio.sendTest({ account, to: '+91 98450 12345' });
  expect(kind).toBe('template');
  await runtime.until(
    `SELECT 1 FROM outbox_entries WHERE id = $1 AND status = 'accepted' AND delivery IN ('delivered', 'read')`,
    [outboxId],
  );
  expect(await studio.progress({ outboxId })).toMatchObject({ status: 'accepted', problemCode: null });
  expect(runtime.whatsapp.accepted.map((send) => send.outboxId)).toEqual([outboxId]);
  expect((await studio.overview()).openedToday).toBe(1);
});

test('who wrote a moment ago gets a text', async () => {
  const id = await outboxRows(runtime.db).contact({ wroteMinutesAgo: 1 });
  const { rows } = await runtime.db.query<{ phone: string }>('SELECT phone FROM contacts WHERE id = $1', [id]);
  expect((await studio.sendTest({ account, to: rows[0]?.phone ?? '' })).kind).toBe('text');
});

test('a webhook is in the log by its kind, without its words', async () => {
  await runtime.say('+919845000002', 'a secret word');
  await runtime.until('SELECT 1 FROM webhook_receipts WHERE kinds ? $1', ['message.text']);
  const receipts = await studio.receipts();
  expect(receipts.some(({ kinds }) => kinds['message.text'] === 1)).toBe(true);
  expect(JSON.stringify(receipts)).not.toContain('secret');
});

test('what WhatsApp refuses is told in a sentence', async () => {
  runtime.whatsapp.faults.add({
    kind: 'error',
    code: 131026,
    times: 1,
    match: ({ to }) => to === '+919845000003',
  });
  const { outboxId } = await studio.sendTest({ account, to: '+919845000003' });
  await runtime.until(`SELECT 1 FROM outbox_entries WHERE id = $1 AND status = 'rejected'`, [outboxId]);
  expect((await studio.progress({ outboxId })).problemDetail).toMatch(/WhatsApp/);
});

test('a phone without its country code and a number of somebody else are refused', async () => {
  await expect(studio.sendTest({ account, to: '9845012345' })).rejects.toThrow('Begin with +');
  await expect(studio.sendTest({ account: '1', to: '+919845012345' })).rejects.toThrow('none of our numbers');
});

test('an alert is open until somebody dismisses it', async () => {
  const { raiseAlert } = await import('../../alerts/store');
  const alert = { channel: 'whatsapp', account: '', code: 'token.invalid', severity: 'critical' } as const;
  await raiseAlert({ ...alert, detail: 'The token is refused.' });
  const own = (await studio.alerts()).find(({ code, detail }) => code === alert.code && detail.includes('refused'));
  expect(own?.severity).toBe('critical');
  await studio.dismissAlert({ id: own?.id ?? '' });
  expect((await studio.alerts()).map(({ id }) => id)).not.toContain(own?.id);
});
