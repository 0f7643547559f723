import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CampaignRows, campaignRows, campaignTemplate, openEveryDay } from '@/server/testing/campaign-rows';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';
import { type CampaignPlan, emptyPlan } from '../plan/campaign-plan';

let database: TestDatabase;
let db: pg.Pool;
let rows: CampaignRows;
let drafts: typeof import('../draft-campaign');
let launching: typeof import('./launch-campaign');
let life: typeof import('./stop-and-go');

const plan: CampaignPlan = {
  ...emptyPlan,
  audience: { type: 'segment', filter: { rules: [] } },
  variants: [{ id: 'A', share: 100, template: campaignTemplate, variables: [{ en: '{{ name }}' }] }],
};

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  process.env.LOG_LEVEL = 'silent';
  drafts = await import('../draft-campaign');
  launching = await import('./launch-campaign');
  life = await import('./stop-and-go');
  db = new pg.Pool({ connectionString: database.url, max: 4 });
  rows = campaignRows(db);
});
afterAll(async () => {
  const { closeDatabase } = await import('../../db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
});
beforeEach(async () => {
  await db.query('TRUNCATE contacts, campaigns, templates, settings CASCADE');
  await openEveryDay(db);
  await rows.template(campaignTemplate);
  await rows.people(3, { channel: 'simulator' });
});

test('a draft is launched once, on the revision that was seen', async () => {
  const { id, revision } = await drafts.createCampaign({ name: 'Rates', channel: 'simulator' });
  const saved = await drafts.saveCampaign({ id, revision, name: 'New rates', plan });
  expect(saved.revision).toBe(2);
  await expect(drafts.saveCampaign({ id, revision, name: 'Older', plan })).rejects.toMatchObject({
    code: 'record.conflict',
    message: expect.stringContaining('Somebody else has changed'),
  });
  const launch = (author: string, seen: number) =>
    launching.launchCampaign({ id, revision: seen, ...named(author) }, Date.now());
  await expect(launch('Ravi', revision)).rejects.toMatchObject({ code: 'record.conflict' });
  const both = await Promise.allSettled([launch('Ravi', saved.revision), launch('Meena', saved.revision)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(drafts.saveCampaign({ id, revision: 2, name: 'Late', plan })).rejects.toMatchObject({
    message: expect.stringContaining('was launched meanwhile'),
  });
  await expect(drafts.removeCampaign(id)).rejects.toMatchObject({ code: 'record.conflict' });
});

test('what is not ready is not launched, and says what is missing', async () => {
  const { id, revision } = await drafts.createCampaign({ name: 'Rates', channel: 'simulator' });
  await expect(launching.launchCampaign({ id, revision, ...named('Ravi') }, Date.now())).rejects.toMatchObject({
    code: 'request.invalid',
  });
  await drafts.removeCampaign(id);
  await expect(drafts.removeCampaign(id)).rejects.toMatchObject({ code: 'record.notFound' });
});

test('a large campaign waits for somebody else, who is not its author by another name', async () => {
  await db.query(`INSERT INTO settings (key, value) VALUES ('campaigns', '{"approvalAbove": 2}')`);
  const { id, revision } = await drafts.createCampaign({ name: 'Rates', channel: 'simulator', plan });
  const launch = () => launching.launchCampaign({ id, revision, ...named('Ravi') }, Date.now());
  expect(await launch()).toEqual({ status: 'awaitingApproval' });
  const approve = (person: ReturnType<typeof named>) => launching.approveCampaign({ id, ...person }, Date.now());
  await expect(approve({ ...named('Ravi'), author: 'Ravi Kumar' })).rejects.toMatchObject({ code: 'request.invalid' });
  await expect(life.pauseCampaign(id)).rejects.toMatchObject({ code: 'record.conflict' });
  await life.cancelCampaign(id);
  expect(await launch()).toEqual({ status: 'awaitingApproval' }); // taken back, it was a draft again
  expect(await approve(named('Meena'))).toEqual({ status: 'freezing' });
  await expect(approve(named('Meena'))).rejects.toMatchObject({ code: 'record.conflict' });
  const { rows: found } = await db.query('SELECT author, approver, launched_at IS NOT NULL AS launched FROM campaigns');
  expect(found).toEqual([{ author: 'Ravi', approver: 'Meena', launched: true }]);
});

test('a cancel while people are being written down ends it', async () => {
  const { id, revision } = await drafts.createCampaign({ name: 'Rates', channel: 'simulator', plan });
  await launching.launchCampaign({ id, revision, ...named('Ravi') }, Date.now());
  await life.cancelCampaign(id);
  const { advanceCampaign } = await import('../run/advance-campaign');
  expect(await advanceCampaign(id, Date.now())).toEqual({ againMs: null });
  expect((await db.query('SELECT 1 FROM campaign_recipients')).rowCount).toBe(0);
});

function named(author: string) {
  return { author, authorId: `user-${author}` };
}
