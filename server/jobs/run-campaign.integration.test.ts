import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaignRows, campaignTemplate } from '@/server/testing/campaign-rows';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import type { EmbeddedRunner } from './embedded/start-embedded-runner';

let runtime: RuntimeFixture;
let runner: EmbeddedRunner | undefined;

beforeAll(async () => {
  runtime = await startRuntime();
});
afterAll(async () => {
  await runner?.stop();
  await runtime.close();
});

test('a campaign that is launched runs to its end by itself', async () => {
  const rows = campaignRows(runtime.db);
  await rows.template(campaignTemplate, { status: 'DRAFT' });
  await rows.people(25, { channel: 'simulator' });
  const [{ createCampaign }, { launchCampaign }, { startEmbeddedRunner }] = await Promise.all([
    import('../campaigns/draft-campaign'),
    import('../campaigns/life/launch-campaign'),
    import('./embedded/start-embedded-runner'),
  ]);
  runner = startEmbeddedRunner({ owner: runtime.startWorker().id });
  const { id, revision } = await createCampaign({
    name: 'To try it',
    channel: 'simulator',
    plan: {
      audience: { type: 'segment', filter: { rules: [] } },
      variants: [{ id: 'A', share: 100, template: campaignTemplate, variables: [{ en: '{{ name }}' }] }],
      entry: null,
      live: 'skip',
      schedule: { startsAt: null, days: 1, perSecond: null, perDay: null, budgetInr: null },
    },
  });
  await launchCampaign({ id, revision, author: 'Ravi', authorId: 'user-ravi' }, Date.now());
  await expect.poll(() => statusOf(id), { timeout: 20_000, interval: 50 }).toBe('done');
  const { rows: sent } = await runtime.db.query(
    `SELECT contact_id FROM outbox_entries WHERE status = 'accepted' AND priority = 2 GROUP BY 1 HAVING count(*) = 1`,
  );
  expect(sent).toHaveLength(25);
});

async function statusOf(id: string): Promise<string | undefined> {
  const { rows } = await runtime.db.query<{ status: string }>('SELECT status FROM campaigns WHERE id = $1', [id]);
  return rows[0]?.status;
}
