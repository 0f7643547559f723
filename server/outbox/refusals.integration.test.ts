import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type OutboxRows, outboxRows } from '@/server/testing/outbox-rows';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';

let runtime: RuntimeFixture;
let rows: OutboxRows;

beforeAll(async () => {
  runtime = await startRuntime();
  rows = outboxRows(runtime.db);
  await runtime.db.query(`INSERT INTO whatsapp_numbers (phone_number_id, throughput) VALUES ('1555000111', 1000)`);
  runtime.startWorker();
});
beforeEach(async () => {
  runtime.whatsapp.faults.clear();
  runtime.whatsapp.setWeather({ statuses: [] });
  await runtime.db.query('DELETE FROM templates; DELETE FROM channel_alerts');
});
afterAll(() => runtime.close());

test('a refused token holds everything, tells somebody at once, and all goes on in order when it is accepted again', async () => {
  runtime.whatsapp.faults.add({ kind: 'error', code: 190, retryAfterSeconds: 1, times: 3 });
  const lines = await Promise.all([1, 2, 3].map(() => rows.contact()));
  const expected = await Promise.all(lines.map(queueFive));
  const startedMs = performance.now();
  const alert = await runtime.until(`SELECT channel, account, code, severity, detail FROM channel_alerts`);
  expect(performance.now() - startedMs).toBeLessThan(3_000);
  expect(alert).toEqual({
    channel: 'whatsapp',
    account: '1555000111',
    code: 'sending.held:token.invalid',
    severity: 'critical',
    detail: expect.stringContaining('(WhatsApp error 190)'),
  });
  const sent = await runtime.whatsapp.ledger.waitFor((all) => all.length === 15, 15_000);
  for (const ids of expected)
    expect(sent.flatMap(({ outboxId = '' }) => (ids.includes(outboxId) ? outboxId : []))).toEqual(ids);
  await runtime.until(
    `SELECT 1 FROM channel_alerts HAVING count(*) = 1 AND count(*) FILTER (WHERE closed_at IS NULL) = 0`,
  );
  expect(runtime.whatsapp.ledger.doubled()).toEqual([]);
});

test('an alert that another process left behind is closed by the next message that gets through', async () => {
  await runtime.db.query(
    `INSERT INTO channel_alerts (channel, account, code, severity, detail, seen_at)
     SELECT 'whatsapp', '1555000111', code, 'critical', 'Left behind.', now() - interval '1 minute'
     FROM unnest(ARRAY['sending.held:payment.failed', 'account.restricted']) AS code`,
  );
  const { createSendAlerts } = await import('./send-alerts');
  await createSendAlerts('sending.held').itWorks('whatsapp', '1555000111', Date.now());
  const { rows: open } = await runtime.db.query('SELECT code FROM channel_alerts WHERE closed_at IS NULL');
  expect(open).toEqual([{ code: 'account.restricted' }]);
});

test('a message that WhatsApp does not take for reasons of its own is tried three times', async () => {
  runtime.whatsapp.faults.add({ kind: 'error', code: 131000, retryAfterSeconds: 1, times: 10 });
  const id = await rows.message(await rows.contact());
  await runtime.until(`SELECT 1 FROM outbox_entries WHERE id = $1 AND status = 'rejected' AND attempts = 3`, [id]);
});

test.each([
  ['answered', 131049, 'contact.marketingCapReached', { stopped: false, capped: true }],
  ['told later', 131049, 'contact.marketingCapReached', { stopped: false, capped: true }],
  ['answered', 131050, 'contact.marketingStopped', { stopped: true, capped: false }],
  ['told later', 131050, 'contact.marketingStopped', { stopped: true, capped: false }],
] as const)(
  'a refusal of marketing, %s as %i, keeps its customer from more of it',
  async (how, code, problem, state) => {
    runtime.whatsapp.faults.add(refusal(how, code));
    const asha = await rows.contact();
    const other = await rows.contact();
    const id = await rows.message(asha, { template: 'offer' });
    await runtime.until(
      `SELECT 1 FROM outbox_entries WHERE id = $1 AND problem_code = $2 AND (status = 'rejected' OR delivery = 'failed')`,
      [id, problem],
    );
    const query = `SELECT marketing_stopped_at IS NOT NULL AS stopped, COALESCE(marketing_capped_until BETWEEN
    now() + interval '23 hours' AND now() + interval '24 hours', false) AS capped FROM contacts WHERE id = $1`;
    await expect.poll(async () => (await runtime.db.query(query, [asha])).rows).toEqual([state]);
    expect((await runtime.db.query(query, [other])).rows).toEqual([{ stopped: false, capped: false }]);
  },
);

test.each([
  ['answered', 132015, 'PAUSED'],
  ['told later', 132015, 'PAUSED'],
  ['answered', 132016, 'DISABLED'],
] as const)('a template that WhatsApp has stopped, %s as %i, is known as such', async (how, code, status) => {
  await runtime.db.query(
    `INSERT INTO templates (name, language, category, components, status)
     SELECT 'offer', language, 'MARKETING', '[]', 'APPROVED' FROM unnest(ARRAY['en', 'kn']) AS language`,
  );
  runtime.whatsapp.faults.add(refusal(how, code));
  await rows.message(await rows.contact(), { template: 'offer' });
  await runtime.until(`SELECT 1 FROM templates WHERE language = 'en' AND status = $1`, [status]);
  const { rows: others } = await runtime.db.query(`SELECT status FROM templates WHERE language = 'kn'`);
  expect(others).toEqual([{ status: 'APPROVED' }]);
});

test('a delivery that fails for the account’s sake is told to somebody', async () => {
  runtime.whatsapp.faults.add({ kind: 'failLater', code: 131042, times: 1 });
  await rows.message(await rows.contact());
  const alert = await runtime.until(`SELECT code, severity FROM channel_alerts WHERE account = '1555000111'`);
  expect(alert).toEqual({ code: 'delivery.failing:payment.failed', severity: 'critical' });
});

test('a message that still arrives closes only what has not been seen for a while', async () => {
  await runtime.db.query(
    `INSERT INTO channel_alerts (channel, account, code, severity, detail, seen_at)
     SELECT 'whatsapp', '1555000111', 'delivery.failing:' || code, 'critical', 'Failing.', now() - seen
     FROM (VALUES ('payment.failed', interval '2 minutes'), ('number.blocked', interval '10 seconds')) AS v(code, seen)`,
  );
  runtime.whatsapp.setWeather({ statuses: ['delivered'] });
  await rows.message(await rows.contact());
  await runtime.until(
    `SELECT 1 FROM channel_alerts HAVING array_agg(code) FILTER (WHERE closed_at IS NULL) = '{delivery.failing:number.blocked}'`,
  );
});

async function queueFive(contactId: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) ids.push(await rows.message(contactId, { text: `Message ${count}` }));
  return ids;
}

function refusal(how: 'answered' | 'told later', code: number) {
  return how === 'answered'
    ? ({ kind: 'error', code, times: 1 } as const)
    : ({ kind: 'failLater', code, times: 1 } as const);
}
