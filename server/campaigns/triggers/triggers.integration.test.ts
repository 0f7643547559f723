import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { defaultProductFacts as shipped } from '@/prompts/facts/product-facts';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import type { AudienceMember } from '../audience/audience-member';
import { marketEventKind } from './market-event';

const DAY_MS = 86_400_000;

let database: TestDatabase;
let db: pg.Pool;
let product: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  database = await createTestDatabase();
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    LOG_LEVEL: 'silent',
    WHATSAPP_ACCESS_TOKEN: 'access-token',
    WHATSAPP_APP_SECRET: 'app-secret',
    WHATSAPP_VERIFY_TOKEN: 'verify-token',
    WHATSAPP_PHONE_NUMBER_ID: '1555000111',
  });
  db = new pg.Pool({ connectionString: database.url, max: 2 });
  product = await load();
  await product.installShippedTemplates();
  await db.query(`UPDATE templates SET status = 'APPROVED'`);
  const flow = (await product.readFlowLibrary()).find(({ id }) => id === 'loan-against-property');
  if (flow) await product.insertFlow(flow, 'shipped');
});
beforeEach(async () => {
  await db.query('TRUNCATE contacts, campaigns, facts_versions, channel_alerts CASCADE');
  await product.readCurrentFacts();
});
afterAll(async () => {
  await product.closeDatabase();
  await db.end();
  await database.drop();
});

test.each(marketEventKind.options)('%s becomes a draft that says whom, what and where it goes on', async (kind) => {
  const { campaignId } = await product.fileMarketEvent({ kind, note: 'Festive week' });
  const campaign = await product.readCampaign(campaignId);
  expect(campaign).toMatchObject({ status: 'draft', channel: 'whatsapp', trigger: kind });
  expect(campaign?.name).toMatch(/: Festive week$/);
  expect(campaign?.plan).toMatchObject({
    audience: { type: 'segment' },
    variants: [{ template: kind === 'interest_rate_drop' ? kind : 'loan_introduction' }],
    entry: { flowId: 'loan-against-property' },
  });
});

test('a lower rate concerns those who asked for an amount, were of some promise, and have been silent', async () => {
  const asha = await lead({ name: 'Asha' });
  await lead({ name: 'Without an amount', slots: { property_type: 'house' } });
  await lead({ name: 'Of no promise', score: 10 });
  await lead({ name: 'Just here', silentDays: 1 });
  await lead({ name: 'Done', state: 'completed' });
  await product.saveFacts({ facts: { ...shipped, rate_min: 8.25 }, note: '', author: 'Meera', after: 0 });
  const { campaignId } = await product.fileMarketEvent({ kind: 'interest_rate_drop', note: '' });
  const { plan } = (await product.readCampaign(campaignId)) ?? {};
  const [variant] = plan?.variants ?? [];
  if (!plan?.audience || !variant) throw new Error('The draft says nothing.');
  const members: AudienceMember[] = [];
  for await (const page of product.selectAudience(db, plan.audience, 'whatsapp')) members.push(...page);
  expect(members.map(({ contactId }) => contactId)).toEqual([asha]);
  const world = await product.readMessageWorld('whatsapp', Date.now());
  const said = members.map((member) => product.resolveContent(variant, member, world));
  expect(said).toMatchObject([
    { ok: true, language: 'kn', content: { name: 'interest_rate_drop', variables: ['Asha', 'ಮನೆ', '8.25%'] } },
  ]);
});

test('a template of one’s own that is called like the event goes before the shipped one', async () => {
  await db.query(
    `INSERT INTO templates (name, language, category, components, status)
     SELECT 'seasonal_promotion', language, category, components, status FROM templates
     WHERE name = 'loan_introduction' AND language = 'en'`,
  );
  const { campaignId } = await product.fileMarketEvent({ kind: 'seasonal_promotion', note: '' });
  const campaign = await product.readCampaign(campaignId);
  expect(campaign).toMatchObject({ name: 'Season', plan: { variants: [{ template: 'seasonal_promotion' }] } });
});

test('a lower rate that nobody answers is said once, and no more once a campaign answers it', async () => {
  await product.noticeRateDrop(Date.now());
  expect(await openAlerts()).toEqual([]);
  await product.saveFacts({ facts: { ...shipped, rate_min: 8.25 }, note: '', author: '', after: 0 });
  await product.saveFacts({ facts: { ...shipped, rate_min: 8.25, foir: 55 }, note: '', author: '', after: 1 });
  await product.noticeRateDrop(Date.now());
  await product.noticeRateDrop(Date.now());
  expect(await openAlerts()).toEqual([{ severity: 'information', count: 1 }]);
  await product.fileMarketEvent({ kind: 'interest_rate_drop', note: '' });
  await product.noticeRateDrop(Date.now());
  expect(await openAlerts()).toEqual([]);
});

test('what an owner has dismissed is not said again, and after two weeks it is no news', async () => {
  await product.saveFacts({ facts: { ...shipped, rate_min: 8.25 }, note: '', author: '', after: 0 });
  await product.noticeRateDrop(Date.now());
  await db.query('UPDATE channel_alerts SET closed_at = now()');
  await product.noticeRateDrop(Date.now());
  expect(await openAlerts()).toEqual([]);
  await db.query('UPDATE channel_alerts SET closed_at = NULL');
  await product.noticeRateDrop(Date.now() + 15 * DAY_MS);
  expect(await openAlerts()).toEqual([]);
});

/** Modules that read the environment when they are loaded. */
async function load() {
  return {
    ...(await import('./file-market-event')),
    ...(await import('./notice-rate-drop')),
    ...(await import('../../db/client')),
    ...(await import('../store')),
    ...(await import('../audience/select-audience')),
    ...(await import('../message/read-message-world')),
    ...(await import('../message/resolve-content')),
    ...(await import('../../facts/save-facts')),
    ...(await import('../../facts/read-facts')),
    ...(await import('../../flows/flow-library')),
    insertFlow: (await import('../../flows/store')).insertFlow,
    ...(await import('../../templates/shipped/install-shipped-templates')),
  };
}

async function lead({
  name,
  slots = { property_type: 'house', loan_amount_needed: 8_000_000 },
  score = 60,
  silentDays = 10,
  state = 'follow_up_scheduling',
}: {
  readonly name: string;
  readonly slots?: object;
  readonly score?: number;
  readonly silentDays?: number;
  readonly state?: string;
}): Promise<string> {
  const id = randomUUID();
  await db.query(
    `INSERT INTO contacts (id, channel, bsuid, name, language, timezone, last_inbound_at)
     VALUES ($1, 'whatsapp', $2, $3, 'kn', 'Asia/Kolkata', now() - make_interval(days => $4))`,
    [id, id, name, silentDays],
  );
  await db.query(
    `INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, updated_at)
     VALUES ($1, $2, '[]', 0.7, $3, 'loan-against-property', $4, now())`,
    [id, score, slots, state],
  );
  return id;
}

async function openAlerts() {
  const { rows } = await db.query('SELECT severity, count FROM channel_alerts WHERE closed_at IS NULL');
  return rows;
}
