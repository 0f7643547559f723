import { afterAll, beforeAll, expect, test } from 'vitest';
import { blindIndex } from '@/server/sealing/blind-index';
import { type FakeOpenAi, startFakeOpenAi } from '@/server/testing/fake-openai/start-fake-openai';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import { honestAnswer } from '../testing/fake-openai/honest-answer';

let runtime: RuntimeFixture;
let model: FakeOpenAi;
const drafts: (string | null)[] = [];

beforeAll(async () => {
  model = await startFakeOpenAi({
    apiKey: 'key',
    answer: (request) => (request.schemaName === 'follow_up' ? { message: drafts.shift() ?? null } : honestAnswer),
  });
  runtime = await startRuntime({ OPENAI_API_KEY: 'key', OPENAI_BASE_URL: model.baseUrl });
  const [
    { seedFlowLibrary },
    { installShippedTemplates },
    { writeUnderstandingSettings },
    { defaultUnderstandingSettings },
  ] = await Promise.all([
    import('../flows/seed-flow-library'),
    import('../templates/shipped/install-shipped-templates'),
    import('../understanding/settings/store'),
    import('../understanding/settings/understanding-settings'),
  ]);
  await seedFlowLibrary();
  await installShippedTemplates();
  await runtime.db.query(`UPDATE templates SET status = 'APPROVED'`);
  await runtime.db.query(`UPDATE flows SET active_version = NULL WHERE id <> 'loan-against-property'`);
  await writeUnderstandingSettings({
    ...defaultUnderstandingSettings,
    sureFrom: 0,
    sureAhead: 0,
    draftsReplies: false,
  });
  runtime.startWorker();
});
afterAll(async () => {
  await runtime.close();
  await model.close();
});

const example = [
  'Hi, I need a loan against my property',
  'I have a house in Bangalore worth 1.5 crore',
  'I need about 80 lakhs for my business expansion',
  'What would be the interest rate?',
  'What documents will I need to provide?',
  "I'll think about it and get back to you later",
];

test('the example conversation is followed up a week later with the template, and its answer goes on in its session', async () => {
  const phone = '+919811100001';
  for (const text of example) await say(phone, text);
  const plan = await planned(phone);
  expect(plan).toMatchObject({ reason: 'later', origin: 'flow', summary: expect.stringContaining('Bengaluru') });
  expect(plan.steps[0]).toEqual({ code: 'time.flow', days: 7 });
  const days = (plan.dueMs - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(3); // nearer by their interest, moved into allowed hours
  expect(days).toBeLessThan(10);

  const { sendDueFollowUps } = await import('./send/send-due-follow-ups');
  const { settleFollowUps } = await import('./settle/settle-follow-ups');
  expect(await sendDueFollowUps(plan.dueMs - 1)).toMatchObject({ queued: 0 });
  expect(await sendDueFollowUps(plan.dueMs)).toMatchObject({ queued: 1 });
  const { outbox_id: outboxId } = await runtime.until<{ outbox_id: string }>(
    `SELECT f.outbox_id FROM follow_ups f JOIN outbox_entries o ON o.id = f.outbox_id WHERE f.id = $1 AND o.status = 'accepted'`,
    [plan.id],
  );
  const sent = runtime.whatsapp.accepted.filter((send) => send.outboxId === outboxId);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.body).toMatchObject({
    type: 'template',
    template: {
      name: 'loan_follow_up',
      language: { code: 'en' },
      components: [{ parameters: [{ text: expect.any(String) }, { text: 'house in Bengaluru' }] }],
    },
  });
  await settleFollowUps(plan.dueMs);
  expect(await statusOf(plan.id)).toMatchObject({ status: 'sent', sent: true });

  const before = await sessionOf(phone);
  await say(phone, 'Yes, I am interested now, let us go ahead');
  expect(await statusOf(plan.id)).toMatchObject({ status: 'answered', sent: true, answered: true });
  const after = await sessionOf(phone);
  expect(after.id).toBe(before.id);
  expect(after.turn).toBeGreaterThan(before.turn);
  expect(after.state).not.toBe('follow_up_scheduling');
  expect(runtime.whatsapp.ledger.doubled()).toEqual([]);
});

test('a message cancels the plan, and where nothing else is planned the time that was named stands', async () => {
  const phone = '+919811100002';
  await say(phone, 'Hi, I need a loan against my property');
  await say(phone, 'Please contact me in 5 days at 4 pm');
  const first = await planned(phone);
  expect(first).toMatchObject({ reason: 'named_time', steps: [{ code: 'time.named' }, ...first.steps.slice(1)] });
  await say(phone, 'What would be the interest rate?');
  expect(await statusOf(first.id)).toMatchObject({ status: 'cancelled', reason: 'contact.wrote' });
  const second = await planned(phone);
  expect(second).toMatchObject({
    reason: 'named_time',
    dueMs: first.dueMs,
    steps: [{ code: 'time.kept' }, ...second.steps.slice(1)],
  });
  await say(phone, 'What documents will I need to provide?');
  expect((await planned(phone)).id).toBe(second.id);
  await say(phone, 'STOP');
  expect(await statusOf(second.id)).toMatchObject({ status: 'cancelled', reason: 'contact.optedOut' });
});

test('what waits in the outbox does not leave any more when the customer writes first', async () => {
  const phone = '+919811100004';
  await say(phone, 'Hi, I need a loan against my property');
  await say(phone, 'Please contact me in 5 days at 4 pm');
  const plan = await planned(phone);
  const { sendDueFollowUps } = await import('./send/send-due-follow-ups');
  await runtime.db.query(`INSERT INTO send_paces (key, ready_at) SELECT 'account:1555000111', now() + interval '1 hour'
    ON CONFLICT (key) DO UPDATE SET ready_at = excluded.ready_at`);
  expect(await sendDueFollowUps(plan.dueMs)).toMatchObject({ queued: 1 });
  await say(phone, 'What would be the interest rate?');
  expect(await statusOf(plan.id)).toMatchObject({ status: 'cancelled', reason: 'contact.wrote' });
  await runtime.until(
    `SELECT 1 FROM outbox_entries o JOIN follow_ups f ON f.outbox_id = o.id WHERE f.id = $1 AND o.status = 'cancelled'`,
    [plan.id],
  );
  await runtime.db.query('DELETE FROM send_paces');
});

test('within the window a model words it; what is not borne out is said in the usual words', async () => {
  const phone = '+919811100003';
  for (const text of example.slice(0, 3)) await say(phone, text);
  const { rows } = await runtime.db.query<{ id: string }>('SELECT id FROM contacts WHERE phone_hash = $1', [
    blindIndex('phone', phone),
  ]);
  const contactId = rows[0]?.id ?? '';
  await runtime.db.query(`INSERT INTO settings (key, value, updated_at) VALUES ('outreach', $1, now())`, [
    { hours: { days: [1, 2, 3, 4, 5, 6, 7], opens: '09:00', closes: '21:00' }, leastHoursBetween: 0, mostPerWeek: 7 },
  ]);
  const honest = 'Hello! Shall we go on with the ₹80 lakh for your business, against your house in Bengaluru?';
  drafts.push(honest, 'Your loan of ₹95 lakh is approved at 7 %. Shall we sign?');
  const { addFollowUp } = await import('./officer/plan-by-hand');
  const { sendFollowUp } = await import('./send/send-due-follow-ups');
  for (const _draft of [honest, 'refused']) {
    const { id } = await addFollowUp(
      contactId,
      null,
      { dueAt: new Date(Date.now() + 60_000).toISOString(), by: { id: 'ravi', name: 'Ravi' } },
      Date.now(),
    );
    await runtime.until(`SELECT 1 FROM job_events WHERE data->>'followUpId' = $1`, [id]); // nobody waits for it
    expect(await sendFollowUp(id, nextDaylight(), 'now')).toBe('send');
  }
  const said = await runtime.db.query<{ text: string }>(
    `SELECT m.content->>'text' AS text FROM messages m JOIN follow_ups f ON f.outbox_id = m.id
     WHERE m.contact_id = $1 ORDER BY m.position`,
    [contactId],
  );
  expect(said.rows.map(({ text }) => text)).toEqual([
    honest,
    expect.stringMatching(
      /^Hello.* I am writing about the ₹80 lakh loan for business against your house in Bengaluru\./,
    ),
  ]);
  const calls = await runtime.db.query(`SELECT outcome FROM model_calls WHERE purpose = 'followUp'`);
  expect(calls.rows).toEqual([{ outcome: 'answered' }, { outcome: 'answered' }]);
  const asked = model.requests
    .filter(({ schemaName }) => schemaName === 'follow_up')
    .map(({ input }) => JSON.stringify(input));
  expect(asked.join()).not.toContain(phone.slice(-10));
});

/** A moment in the next hours at which people may be written to, also when this runs at night. */
function nextDaylight(): number {
  const nowMs = Date.now();
  const hour = Number(new Date(nowMs).toLocaleString('en-GB', { timeZone: 'Asia/Kolkata', hour: '2-digit' }));
  const hoursAhead = hour >= 9 && hour < 20 ? 0 : (24 + 10 - hour) % 24;
  return nowMs + hoursAhead * 3_600_000;
}

/** Says it and waits for the turn that took it. */
async function say(phone: string, text: string): Promise<void> {
  const handled = `SELECT count(*)::int AS count FROM inbox_entries i JOIN contacts c ON c.id = i.contact_id
    WHERE c.phone_hash = $1 AND i.status = 'handled'`;
  const { rows } = await runtime.db.query<{ count: number }>(handled, [blindIndex('phone', phone)]);
  await runtime.say(phone, text);
  await runtime.until(`SELECT 1 WHERE (${handled}) > $2`, [blindIndex('phone', phone), rows[0]?.count ?? 0]);
}

type Plan = {
  readonly id: string;
  readonly reason: string;
  readonly origin: string;
  readonly summary: string;
  readonly dueMs: number;
  readonly steps: readonly { readonly code: string }[];
};

function planned(phone: string): Promise<Plan> {
  return runtime.until<Plan>(
    `SELECT f.id, f.reason, f.origin, f.summary, f.steps, (extract(epoch FROM f.due_at) * 1000)::float8 AS "dueMs"
     FROM follow_ups f JOIN contacts c ON c.id = f.contact_id WHERE c.phone_hash = $1 AND f.status = 'planned'`,
    [blindIndex('phone', phone)],
  );
}

async function statusOf(id: string) {
  const { rows } = await runtime.db.query(
    `SELECT status, status_reason AS reason, sent_at IS NOT NULL AS sent, answered_at IS NOT NULL AS answered
     FROM follow_ups WHERE id = $1`,
    [id],
  );
  return rows[0];
}

function sessionOf(phone: string): Promise<{ readonly id: string; readonly state: string; readonly turn: number }> {
  return runtime.until(
    `SELECT s.id, s.state_id AS state, (s.state->>'turn')::int AS turn FROM flow_sessions s
     JOIN contacts c ON c.id = s.contact_id WHERE c.phone_hash = $1 AND s.status = 'active'`,
    [blindIndex('phone', phone)],
  );
}
