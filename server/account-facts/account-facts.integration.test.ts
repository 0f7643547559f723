import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AccountFact, InboundEvent } from '@/server/channels/channel';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';

let runtime: RuntimeFixture;
let accept: typeof import('../inbox/accept')['acceptEvents'];
let apply: typeof import('./apply-account-facts')['applyAccountFacts'];
let resolve: typeof import('../contacts/resolve-sender')['resolveSender'];

beforeAll(async () => {
  runtime = await startRuntime();
  [{ acceptEvents: accept }, { applyAccountFacts: apply }, { resolveSender: resolve }] = await Promise.all([
    import('../inbox/accept'),
    import('./apply-account-facts'),
    import('../contacts/resolve-sender'),
  ]);
});
afterAll(() => runtime.close());
beforeEach(async () => {
  await runtime.db.query('TRUNCATE contacts, channel_alerts, templates, whatsapp_numbers, inbox_entries CASCADE');
});

test('a new number and user id lead to the same contact, with what they had said before', async () => {
  const id = await resolve('whatsapp', { phone: '+919800000001', bsuid: 'IN.before' });
  await tell({
    type: 'identity.changed',
    previous: { phone: '+919800000001', bsuid: 'IN.before' },
    next: { phone: '+919800000002', bsuid: 'IN.after' },
  });
  expect(await contacts()).toEqual([{ id, phone: '+919800000002', bsuid: 'IN.after' }]);
});

test('who wrote under the new number before the change was told becomes one with the old contact', async () => {
  const id = await resolve('whatsapp', { phone: '+919800000001', bsuid: 'IN.before' });
  const second = await resolve('whatsapp', { phone: '+919800000002', bsuid: 'IN.after' });
  await accept('whatsapp', [message('wamid.late', { phone: '+919800000002', bsuid: 'IN.after' })]);
  await tell({ type: 'identity.changed', previous: { bsuid: 'IN.before' }, next: { bsuid: 'IN.after' } });
  expect(await contacts()).toEqual([{ id, phone: null, bsuid: 'IN.after' }]);
  const { rows } = await runtime.db.query(`SELECT contact_id AS id FROM inbox_entries WHERE kind = 'message'`);
  expect(rows).toEqual([{ id }]);
  expect(id).not.toBe(second);
});

test('a number that was left is not kept: it may be a stranger’s tomorrow', async () => {
  const id = await resolve('whatsapp', { phone: '+919800000001', bsuid: 'IN.before' });
  await tell({ type: 'identity.changed', previous: { bsuid: 'IN.before' }, next: { bsuid: 'IN.after' } });
  expect(await contacts()).toEqual([{ id, phone: null, bsuid: 'IN.after' }]);
});

test('marketing that is stopped in WhatsApp itself is a withdrawn consent, and resuming gives it back', async () => {
  const contact = { phone: '+919800000003' };
  await tell({ type: 'preference.changed', sender: contact, marketing: 'stop' }, '2026-11-20T10:00:00.000Z');
  expect(await marketing()).toEqual([{ stopped: true, consents: ['withdrawn'] }]);
  await tell({ type: 'preference.changed', sender: contact, marketing: 'resume' }, '2026-11-21T10:00:00.000Z');
  expect(await marketing()).toEqual([{ stopped: false, consents: ['withdrawn', 'given'] }]);
  await tell({ type: 'preference.changed', sender: contact, marketing: 'stop' }, '2026-11-19T10:00:00.000Z');
  expect(await marketing()).toEqual([{ stopped: false, consents: ['withdrawn', 'given'] }]);
});

test('a paused template is known to be paused, and somebody is told', async () => {
  await runtime.db.query(
    `INSERT INTO templates (name, language, category, components, status) VALUES ('hello', 'kn', 'MARKETING', '[]', 'APPROVED')`,
  );
  await tell({ type: 'template.status', name: 'hello', language: 'kn', status: 'PAUSED', reason: 'FIRST_PAUSE' });
  const { rows } = await runtime.db.query('SELECT status, status_reason AS reason FROM templates');
  expect(rows).toEqual([{ status: 'PAUSED', reason: 'FIRST_PAUSE' }]);
  expect(await alerts()).toEqual([{ code: 'template.paused:hello', severity: 'warning', count: 1 }]);
});

test('a faster number and a higher limit are used from then on', async () => {
  await runtime.db.query(
    `INSERT INTO whatsapp_numbers (phone_number_id, display_number, contacts_per_day) VALUES ('1555000111', '+91 80 4567 1234', 250)`,
  );
  await tell({ type: 'number.changed', displayNumber: '918045671234', event: 'THROUGHPUT_UPGRADE' });
  await tell({ type: 'number.changed', contactsPerDay: 2000 });
  const { rows } = await runtime.db.query('SELECT throughput, contacts_per_day AS most FROM whatsapp_numbers');
  expect(rows).toEqual([{ throughput: 1000, most: 2000 }]);
});

test('an alert that comes again is counted, not repeated', async () => {
  const alert = {
    type: 'account.alert',
    severity: 'critical',
    code: 'restricted',
    detail: 'No campaigns for a day.',
  } as const;
  await tell(alert);
  await tell(alert);
  expect(await alerts()).toEqual([{ code: 'account.restricted', severity: 'critical', count: 2 }]);
});

test('what cannot be applied is kept with an alert, and the next fact is applied', async () => {
  await runtime.db.query(
    `INSERT INTO inbox_entries (channel, external_id, kind, payload, occurred_at)
     VALUES ('whatsapp', 'broken', 'account', $1, now())`,
    [{ field: 'user_preferences', account: null, error: null, fact: preference('stop', {}) }],
  );
  await tell({ type: 'account.alert', severity: 'warning', code: 'second', detail: 'The one behind it.' });
  const { rows } = await runtime.db.query(`SELECT status FROM inbox_entries WHERE external_id = 'broken'`);
  expect(rows).toEqual([{ status: 'dead' }]);
  expect(await alerts()).toMatchObject([{ code: 'accountFact.failed' }, { code: 'account.second' }]);
});

test('facts that several processes look for are applied once each', async () => {
  const facts = Array.from({ length: 30 }, (_, at): AccountFact => {
    return { type: 'account.alert', severity: 'information', code: `notice${at % 3}`, detail: 'A notice.' };
  });
  await accept(
    'whatsapp',
    facts.map((fact) => event(fact)),
  );
  await Promise.all([apply(), apply(), apply()]);
  expect((await alerts()).map(({ count }) => count)).toEqual([10, 10, 10]);
});

async function tell(fact: AccountFact, at = '2026-11-20T10:00:00.000Z'): Promise<void> {
  await accept('whatsapp', [event(fact, at)]);
  await apply();
}

let told = 0;
function event(fact: AccountFact, at = '2026-11-20T10:00:00.000Z'): InboundEvent {
  told += 1;
  return { type: 'account', dedupeKey: `fact-${told}`, field: 'test', at, fact };
}

function message(externalId: string, sender: { phone: string; bsuid: string }): InboundEvent {
  const at = '2026-11-20T10:00:00.000Z';
  return { type: 'message', dedupeKey: externalId, externalId, sender, at, content: { type: 'text', text: 'Hello' } };
}

function preference(marketing: 'stop' | 'resume', sender: object) {
  return { type: 'preference.changed', sender, marketing };
}

async function contacts() {
  const { rows } = await runtime.db.query('SELECT id, phone, bsuid FROM contacts');
  return rows;
}

async function marketing() {
  const { rows } = await runtime.db.query(
    `SELECT marketing_stopped_at IS NOT NULL AS stopped,
       (SELECT array_agg(status::text ORDER BY id) FROM consent_records r WHERE r.contact_id = c.id) AS consents
     FROM contacts c`,
  );
  return rows;
}

async function alerts() {
  const { rows } = await runtime.db.query('SELECT code, severity, count FROM channel_alerts ORDER BY id');
  return rows;
}
