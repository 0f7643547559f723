import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type OutboxRows, outboxRows } from '@/server/testing/outbox-rows';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';

const yesterday = 24 * 60;

let runtime: RuntimeFixture;
let rows: OutboxRows;

beforeAll(async () => {
  runtime = await startRuntime();
  rows = outboxRows(runtime.db);
  runtime.startWorker();
});
beforeEach(async () => {
  await runtime.db.query('DELETE FROM templates; DELETE FROM settings');
  await template('kn');
  await template('en');
});
afterAll(() => runtime.close());

test('without a template for it, what comes too late is blocked and says why', async () => {
  const id = await rows.message(await rows.contact({ wroteMinutesAgo: yesterday }));
  expect(await settled(id)).toMatchObject({
    status: 'rejected',
    problem_code: 'window.closed',
    problem_detail: expect.stringContaining('only an approved template'),
    replaced: null,
  });
});

test('the template goes in the place of the first message, and the later ones say that it went', async () => {
  await sendInstead('go_on');
  const asha = await rows.contact({ wroteMinutesAgo: yesterday, language: 'kn', name: 'Asha' });
  const first = await rows.message(asha, { text: 'Here is your estimate.' });
  const second = await rows.message(asha, { text: 'Shall we go on?' });
  expect(await settled(first)).toMatchObject({
    status: 'accepted',
    payload: { type: 'template' },
    replaced: { type: 'text', text: { body: 'Here is your estimate.' } },
    opens_conversation: true,
  });
  expect(sentOf(first)).toMatchObject({
    type: 'template',
    template: {
      name: 'go_on',
      language: { code: 'kn' },
      components: [{ type: 'body', parameters: [{ type: 'text', text: 'Asha' }] }],
    },
  });
  expect(await settled(second)).toMatchObject({
    status: 'rejected',
    problem_code: 'window.closed',
    problem_detail: expect.stringContaining('A template went instead'),
  });
});

test('whose name is not known is called by a neutral word of their language, or as they told it', async () => {
  await sendInstead('go_on');
  const nameless = await rows.message(await rows.contact({ wroteMinutesAgo: null, language: 'kn' }));
  await settled(nameless);
  const { languages } = await import('@/prompts/load-languages');
  expect(nameIn(sentOf(nameless))).toBe(languages.kn?.messages.neutralName);

  const told = await rows.contact({ wroteMinutesAgo: yesterday });
  await runtime.db.query(
    `INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, updated_at)
     VALUES ($1, 1, '[]', 0, '{"name": "Ravi"}', 'f', 's', now())`,
    [told],
  );
  const named = await rows.message(told);
  await settled(named);
  expect(nameIn(sentOf(named))).toBe('Ravi');
});

test('a template that is not approved does not go, and the message is blocked', async () => {
  await sendInstead('go_on');
  await runtime.db.query(`UPDATE templates SET status = 'PENDING'`);
  const id = await rows.message(await rows.contact({ wroteMinutesAgo: yesterday }));
  expect(await settled(id)).toMatchObject({
    status: 'rejected',
    problem_code: 'window.closed',
    problem_detail: expect.stringContaining('not approved'),
    replaced: null,
  });
});

test('a marketing template does not go to who stopped marketing', async () => {
  await sendInstead('go_on');
  await runtime.db.query(`UPDATE templates SET category = 'MARKETING'`);
  const asha = await rows.contact({ wroteMinutesAgo: yesterday });
  await runtime.db.query('UPDATE contacts SET marketing_stopped_at = now() WHERE id = $1', [asha]);
  expect(await settled(await rows.message(asha))).toMatchObject({
    status: 'cancelled',
    problem_code: 'contact.marketingStopped',
  });
});

test('the message itself goes when the customer writes before the template could', async () => {
  await sendInstead('go_on');
  const asha = await rows.contact({ wroteMinutesAgo: yesterday });
  await runtime.db.query(
    `INSERT INTO send_paces (key, ready_at) VALUES ('contact:' || $1, now() + interval '235 seconds')`,
    [asha],
  );
  const id = await rows.message(asha);
  await runtime.until(
    `SELECT 1 FROM outbox_entries WHERE id = $1 AND replaced IS NOT NULL AND not_before IS NOT NULL`,
    [id],
  );
  await runtime.db.query('UPDATE contacts SET last_inbound_at = now() WHERE id = $1', [asha]);
  expect(await settled(id)).toMatchObject({ status: 'accepted', payload: { type: 'text' }, replaced: null });
  expect(sentOf(id)).toMatchObject({ type: 'text' });
});

test('settings that cannot be read let nothing go in the place of a message', async () => {
  await runtime.db.query(`INSERT INTO settings (key, value) VALUES ('outbox', '{"closedWindow": {"template": 7}}')`);
  const id = await rows.message(await rows.contact({ wroteMinutesAgo: yesterday }));
  expect(await settled(id)).toMatchObject({ status: 'rejected', problem_code: 'window.closed' });
});

async function sendInstead(name: string): Promise<void> {
  const { writeOutboxSettings } = await import('../settings/store');
  await writeOutboxSettings({ closedWindow: { template: name } });
}

async function template(language: string): Promise<void> {
  const components = [{ type: 'BODY', text: 'Hello {{1}}, shall we go on?', variableNames: ['name'] }];
  await runtime.db.query(
    `INSERT INTO templates (name, language, category, components, status) VALUES ('go_on', $1, 'UTILITY', $2, 'APPROVED')`,
    [language, JSON.stringify(components)],
  );
}

function settled(id: string) {
  return runtime.until(
    `SELECT status, problem_code, problem_detail, payload, replaced, opens_conversation FROM outbox_entries
     WHERE id = $1 AND status IN ('accepted', 'rejected', 'cancelled')`,
    [id],
  );
}

function sentOf(id: string) {
  return runtime.whatsapp.accepted.find(({ outboxId }) => outboxId === id)?.body;
}

function nameIn(body: unknown): unknown {
  return body && JSON.parse(JSON.stringify(body)).template.components[0].parameters[0].text;
}
