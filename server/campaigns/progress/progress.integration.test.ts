import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaignRows, campaignTemplate, openEveryDay } from '@/server/testing/campaign-rows';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';

let database: TestDatabase;
let db: pg.Pool;
let id: string;
let contacts: readonly string[];

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  process.env.LOG_LEVEL = 'silent';
  db = new pg.Pool({ connectionString: database.url, max: 4 });
  const rows = campaignRows(db);
  await openEveryDay(db);
  await rows.template(campaignTemplate);
  await db.query(`INSERT INTO settings (key, value) VALUES ('costs', $1)`, [
    JSON.stringify({ cards: [{ effectiveFrom: '2020-01-01', perMessage: { marketing: '0.80' } }] }),
  ]);
  contacts = [...(await rows.people(9)), ...(await rows.people(1, { hasConsent: false }))];
  const variants = [
    { id: 'A', share: 50, template: campaignTemplate, variables: [{ en: '{{ name }}' }] },
    { id: 'B', share: 50, template: campaignTemplate, variables: [{ en: 'dear {{ name }}' }] },
  ];
  id = await rows.launched(contacts, { plan: { variants } });
  const { advanceCampaign } = await import('../run/advance-campaign');
  for (let step = 0; step < 3; step += 1) await advanceCampaign(id, Date.now());
  await becomeOfThem();
  await advanceCampaign(id, Date.now());
});
afterAll(async () => {
  const { closeDatabase } = await import('../../db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
});

test('progress says where everybody is, and why', async () => {
  const { readProgress } = await import('./read-progress');
  expect(await readProgress(id)).toMatchObject({
    status: 'running',
    people: 10,
    pending: 0,
    queued: 1,
    unknown: 1,
    sent: 5,
    delivered: 4,
    read: 2,
    cancelled: 0,
    failed: [
      { code: 'contact.unreachable', count: 1 },
      { code: 'service.failed', count: 1 },
    ],
    excluded: [{ code: 'consent.missing', count: 1 }],
    retryable: 1,
    replied: 2,
    qualified: 1,
    handedOver: 1,
    optedOut: 1,
  });
});

test('results give the funnel and the cost by language and variant', async () => {
  const { readResults } = await import('./read-results');
  const results = await readResults(id);
  expect(results.total).toMatchObject({
    people: 9,
    sent: 5,
    delivered: 4,
    read: 2,
    replied: 2,
    qualified: 1,
    failed: 2,
  });
  expect(results.total.costInr).toBe('3.2');
  expect(results.costPerQualifiedInr).toBe('3.2');
  expect(results.groups.map(({ language, variant }) => `${language} ${variant}`)).toEqual(['en A', 'en B']);
  expect(results.groups.reduce((sum, { people }) => sum + people, 0)).toBe(9);
});

test('recipients are narrowed, searched and read page by page, their numbers masked', async () => {
  const { readRecipient, readRecipients } = await import('../recipients/read-recipients');
  const list = (filter: 'all' | 'sent' | 'replied' | 'excluded', search = '') =>
    readRecipients({ campaignId: id, filter, search, after: 0 });
  expect((await list('all')).rows).toHaveLength(10);
  expect((await list('sent')).rows).toHaveLength(5);
  expect((await list('replied')).rows).toHaveLength(2);
  expect((await list('excluded')).rows).toMatchObject([{ stage: 'excluded', problemCode: 'consent.missing' }]);
  expect((await list('all', 'Asha 10')).rows).toHaveLength(1);
  expect((await list('all', '100%')).rows).toEqual([]);
  const [first] = (await list('all')).rows;
  expect(first?.phone).toMatch(/^\+91•{6}\d{4}$/);
  const one = await readRecipient(id, contacts[0] ?? '');
  expect(one.content).toMatchObject({ type: 'template', name: campaignTemplate });
  expect(one.history.map(({ what }) => what)).toEqual(['queued', 'sent', 'replied']);
  await expect(readRecipient(id, randomUUID())).rejects.toMatchObject({ code: 'record.notFound' });
});

test('the list shows each campaign with its people', async () => {
  const { listCampaigns } = await import('../list-campaigns');
  expect(await listCampaigns()).toMatchObject([{ id, name: 'Rates', people: 10, queued: 9, excluded: 1, replied: 2 }]);
});

/** Of nine: two have read it (and answered), two got it, one was sent to, one is unknown, two failed, one waits. */
async function becomeOfThem(): Promise<void> {
  const [reader, buyer, got, stopped, sent, unknown, unreachable, refused] = contacts;
  const become = (contactId: string | undefined, status: string, delivery: string, problem: string | null = null) =>
    db.query(
      `UPDATE outbox_entries SET status = $2::outbox_status, delivery = $3::delivery_rank, problem_code = $4,
         settled_at = now() WHERE contact_id = $1`,
      [contactId, status, delivery, problem],
    );
  for (const contactId of [reader, buyer]) await become(contactId, 'accepted', 'read');
  for (const contactId of [got, stopped]) await become(contactId, 'accepted', 'delivered');
  await become(sent, 'accepted', 'sent');
  await become(unknown, 'unknown', 'none', 'send.interrupted');
  await become(unreachable, 'accepted', 'failed', 'contact.unreachable');
  await become(refused, 'rejected', 'none', 'service.failed');
  const paid = [reader, buyer, got, stopped];
  await db.query(
    `INSERT INTO message_costs (outbox_id, contact_id, category, type, at)
     SELECT id, contact_id, 'marketing', 'regular', now() FROM outbox_entries WHERE contact_id = ANY($1)`,
    [paid],
  );
  await db.query(
    `UPDATE campaign_recipients SET replied_at = now() + interval '1 minute',
       history = history || jsonb_build_object('at', now() + interval '1 minute', 'what', 'replied')
     WHERE contact_id = ANY($1)`,
    [[reader, buyer]],
  );
  await db.query(`UPDATE contacts SET marketing_stopped_at = now() + interval '1 minute' WHERE id = $1`, [stopped]);
  const session = randomUUID();
  await db.query(
    `INSERT INTO flow_sessions (id, contact_id, flow_id, flow_version, status, state_id, state, version, started_at, updated_at)
     VALUES ($1, $2, 'loan', 1, 'ended', 'completed', '{}', 1, now(), now())`,
    [session, buyer],
  );
  await db.query(
    `INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, updated_at)
     VALUES ($1, 80, '[]', 0.9, '{}', 'loan', 'completed', now()), ($2, 20, '[]', 0.2, '{}', 'loan', 'initial', now())`,
    [buyer, reader],
  );
  await db.query(
    `INSERT INTO handovers (id, contact_id, session_id, turn_id, reason, summary, state_id, created_at)
     VALUES ($1, $2, $3, $1, 'ready', '', 'completed', now() + interval '2 minutes')`,
    [randomUUID(), buyer, session],
  );
}
