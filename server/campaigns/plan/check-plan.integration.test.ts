import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type OutboxRows, outboxRows } from '@/server/testing/outbox-rows';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import { type CampaignPlan, emptyPlan } from './campaign-plan';

let runtime: RuntimeFixture;
let rows: OutboxRows;

const nowMs = Date.parse('2026-11-26T11:00:00+05:30');
const everybody: CampaignPlan['audience'] = { type: 'segment', filter: { rules: [] } };
const plan: CampaignPlan = {
  ...emptyPlan,
  audience: everybody,
  variants: [{ id: 'A', share: 100, template: 'offer', variables: [{ en: '{{ name }}' }] }],
};

beforeAll(async () => {
  runtime = await startRuntime();
});
beforeEach(async () => {
  await runtime.db.query(
    'DELETE FROM outbox_entries; DELETE FROM messages; TRUNCATE consent_records; DELETE FROM contacts; DELETE FROM templates',
  );
  rows = outboxRows(runtime.db);
  await template('en', 'MARKETING');
  await template('kn', 'MARKETING');
});
afterAll(() => runtime.close());

test('a plan with nothing in it is told what it needs', async () => {
  expect(await codes(emptyPlan)).toEqual(['audience.missing', 'message.missing']);
});

test('whom it reaches is counted by language, with who is left out and the price', async () => {
  await agreed(await rows.contact({ language: 'kn', name: 'Asha', wroteMinutesAgo: null }));
  await agreed(await rows.contact({ language: 'te', name: 'Ravi', wroteMinutesAgo: null }));
  await agreed(await rows.contact({ language: 'kn', wroteMinutesAgo: 10 })); // nameless
  await rows.contact({ name: 'Nobody asked' });
  const stopped = await rows.contact({ name: 'Stopped' });
  await agreed(stopped);
  await runtime.db.query('UPDATE contacts SET opted_out_at = now() WHERE id = $1', [stopped]);

  const { issues, reach } = await check({ ...plan, schedule: { ...plan.schedule, budgetInr: 1 } });
  expect(reach).toMatchObject({
    audience: 5,
    people: 2,
    byLanguage: [
      { language: 'kn', sentIn: 'kn', count: 1 },
      { language: 'te', sentIn: 'en', count: 1 },
    ],
    costInr: '1.7262',
    opensConversations: 2,
    days: 1,
  });
  expect(new Map(reach.excluded.map(({ code, count }) => [code, count]))).toEqual(
    new Map([
      ['consent.missing', 1],
      ['contact.optedOut', 1],
      ['variable.empty', 1],
    ]),
  );
  expect(issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'error budget.tooSmall',
    'warning consent.missing',
    'warning variable.empty',
    'warning language.fallsBack',
  ]);
});

test('what would keep it from going out is said', async () => {
  await agreed(await rows.contact({ name: 'Asha' }));
  await runtime.db.query(`UPDATE templates SET status = 'PAUSED'`);
  const late = { ...plan.schedule, startsAt: '2026-11-25T10:00:00+05:30' };
  expect(await codes({ ...plan, entry: { flowId: 'echo', stateId: 'nowhere' }, schedule: late })).toEqual([
    'template.notApproved',
    'entry.missing',
    'schedule.past',
    'audience.nobodyLeft',
  ]);
  const lost = { type: 'import', importId: '00000000-0000-4000-8000-000000000000' } as const;
  expect(await codes({ ...plan, audience: lost })).toContain('audience.unknown');
});

test('an empty segment is said, and one that speaks of columns', async () => {
  const words = {
    ...plan,
    variants: plan.variants.map((own) => ({ ...own, variables: [{ en: '{{ column.city }}' }] })),
  };
  expect(await codes(words)).toEqual(['variable.unknownName', 'audience.empty']);
});

test('the preview shows somebody of the audience, or samples where nobody speaks the language', async () => {
  const { previewMessage } = await import('../message/preview-message');
  const preview = (language: string) => previewMessage({ plan, channel: 'whatsapp', variant: 'A', language });
  await rows.contact({ language: 'kn' });
  const asha = await rows.contact({ language: 'kn', name: 'Asha' });
  expect(await preview('kn')).toEqual({
    language: 'kn',
    content: { type: 'template', name: 'offer', language: 'kn', variables: ['Asha'] },
    person: { contactId: asha, name: 'Asha' },
    problem: null,
  });
  expect(await preview('en')).toMatchObject({ content: { variables: ['Meena'] }, person: null, problem: null });
  await runtime.db.query(`UPDATE contacts SET name = NULL`);
  expect(await preview('kn')).toMatchObject({
    content: { variables: ['Meena'] },
    problem: { code: 'variable.empty', path: 'variables.0' },
  });
});

test('a test goes to who has just written, or has agreed and may be written to now, and says why to nobody else', async () => {
  const { testSend } = await import('../message/test-send');
  const send = (contactId: string, atMs = nowMs) =>
    testSend({ plan, channel: 'whatsapp', variant: 'A', language: 'kn', contactId }, atMs);
  const writing = await rows.contact({ name: 'Asha' });
  const first = await send(writing, Date.now());
  expect(await outbox(first.outboxId)).toEqual({ priority: 0, leave_before: null, code: 'kn', text: 'Asha' });

  const stranger = await rows.contact({ name: 'Ravi', wroteMinutesAgo: null });
  await expect(send(stranger)).rejects.toThrow('not agreed to marketing');
  await agreed(stranger);
  await expect(send(stranger, nowMs + 12 * 3_600_000)).rejects.toThrow('at this hour');
  const second = await send(stranger);
  expect(await outbox(second.outboxId)).toEqual({
    priority: 2,
    leave_before: new Date('2026-11-26T18:00:00+05:30'),
    code: 'kn',
    text: 'Ravi',
  });
  const unknown = { plan, channel: 'whatsapp', variant: 'A', language: 'kn', phone: '98450 12345' } as const;
  await expect(testSend(unknown, nowMs)).rejects.toThrow('never written to us');
});

async function check(own: CampaignPlan) {
  const { checkPlan } = await import('./check-plan');
  return checkPlan(own, 'whatsapp', nowMs);
}

async function codes(own: CampaignPlan): Promise<readonly string[]> {
  return (await check(own)).issues.map(({ code }) => code);
}

async function agreed(contactId: string): Promise<void> {
  await runtime.db.query(
    `INSERT INTO consent_records (contact_id, purpose, status, language, channel, at)
     VALUES ($1, 'marketing', 'given', 'en', 'whatsapp', now())`,
    [contactId],
  );
}

async function template(language: string, category: string): Promise<void> {
  const example = { body_text: [['Meena']] };
  const components = [{ type: 'BODY', text: 'Hello {{1}}, shall we?', example, variableNames: ['name'] }];
  await runtime.db.query(
    `INSERT INTO templates (name, language, category, components, status) VALUES ('offer', $1, $2, $3, 'APPROVED')`,
    [language, category, JSON.stringify(components)],
  );
}

async function outbox(id: string) {
  const { rows: found } = await runtime.db.query(
    `SELECT priority, leave_before, payload #>> '{template,language,code}' AS code,
       payload #> '{template,components}' AS components FROM outbox_entries WHERE id = $1`,
    [id],
  );
  const { components, ...row } = found[0];
  return { ...row, text: components[0].parameters[0].text };
}
