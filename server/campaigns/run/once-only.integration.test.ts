import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type CampaignRows, campaignRows, campaignTemplate, openEveryDay } from '@/server/testing/campaign-rows';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';

let runtime: RuntimeFixture;
let rows: CampaignRows;
let engine: typeof import('./advance-campaign');
let closeDatabase: typeof import('../../db/client')['closeDatabase'];
let life: typeof import('../life/stop-and-go');

beforeAll(async () => {
  runtime = await startRuntime();
  rows = campaignRows(runtime.db);
  await openEveryDay(runtime.db);
  await rows.template(campaignTemplate);
  await runtime.db.query(`INSERT INTO whatsapp_numbers (phone_number_id, throughput) VALUES ('1555000111', 1000)`);
  ({ closeDatabase } = await import('../../db/client'));
  [engine, life] = await Promise.all([import('./advance-campaign'), import('../life/stop-and-go')]);
});
afterAll(() => runtime.close());

test('a process that dies after any statement leaves nobody out and doubles nobody', { timeout: 60_000 }, async () => {
  const campaigns: string[] = [];
  for (let statement = 1; ; statement += 1) {
    const id = await rows.launched(await rows.people(2), { plan: { entry: { flowId: 'echo', stateId: 'start' } } });
    campaigns.push(id);
    if (!(await isCutOff(statement, () => drive(id)))) break;
    await drive(id);
  }
  expect(campaigns.length).toBeGreaterThan(20);
  const { rows: queued } = await runtime.db.query(
    `SELECT campaign_id, contact_id FROM campaign_recipients WHERE campaign_id = ANY($1) AND status = 'queued'`,
    [campaigns],
  );
  expect(queued).toHaveLength(2 * campaigns.length);
  const { rows: doubled } = await runtime.db.query(
    `SELECT contact_id FROM outbox_entries WHERE priority = 2 GROUP BY contact_id HAVING count(*) > 1`,
  );
  expect(doubled).toEqual([]);
});

test('pauses, restarts and two processes at once send to everybody exactly once', { timeout: 60_000 }, async () => {
  const people = await rows.people(500);
  const id = await rows.launched(people);
  const workers = [runtime.startWorker(), runtime.startWorker()];
  const until = async () => {
    while ((await statusOf(id)) !== 'done') {
      await Promise.all([drive(id), drive(id)]).catch(() => undefined); // one of them was cut off
    }
  };
  const storm = async () => {
    for (let round = 0; round < 12; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await life.pauseCampaign(id).catch(() => undefined); // still being written down, or done
      if (round % 5 === 0)
        await workers[round % 2]?.stop().then(() => workers.splice(round % 2, 1, runtime.startWorker()));
      await life.resumeCampaign(id, Date.now()).catch(() => undefined);
    }
  };
  await Promise.all([storm(), storm()]);
  await until();
  // What a stopped worker had on its way is known once WhatsApp's status comes.
  await expect.poll(() => notOnceAccepted(id), { timeout: 20_000, interval: 100 }).toEqual([]);
  const { rowCount } = await runtime.db.query('SELECT 1 FROM campaign_recipients WHERE campaign_id = $1', [id]);
  expect(rowCount).toBe(people.length);
  expect(runtime.whatsapp.ledger.doubled()).toEqual([]);
  const phones = runtime.whatsapp.accepted.map(({ customer }) => customer.phone);
  expect(new Set(phones).size).toBe(phones.length);
});

/** Runs a campaign as far as it goes by itself now. */
async function drive(id: string): Promise<void> {
  for (let step = 0; step < 200; step += 1) {
    const { againMs } = await engine.advanceCampaign(id, Date.now());
    if (againMs === null || againMs > 100) return;
    await new Promise((resolve) => setTimeout(resolve, againMs));
  }
}

/** Says whether `act` came to so many statements: after just that one the process is cut off, with what it had not committed. */
async function isCutOff(statement: number, act: () => Promise<void>): Promise<boolean> {
  let count = 0;
  const real = pg.Client.prototype.query;
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    count += 1;
    if (count !== statement) return Reflect.apply(real, this, args);
    const answer = args.at(-1);
    if (typeof answer !== 'function') {
      return Promise.resolve(Reflect.apply(real, this, args)).finally(() => runtime.wire.set('cut'));
    }
    const cutAndAnswer = (...answers: unknown[]) => {
      runtime.wire.set('cut');
      return answer(...answers);
    };
    return Reflect.apply(real, this, [...args.slice(0, -1), cutAndAnswer]);
  });
  try {
    await act();
    return count >= statement;
  } catch {
    return true;
  } finally {
    spy.mockRestore();
    await closeDatabase();
    runtime.wire.set('open');
  }
}

async function statusOf(id: string): Promise<string | undefined> {
  const { rows: found } = await runtime.db.query<{ status: string }>('SELECT status FROM campaigns WHERE id = $1', [
    id,
  ]);
  return found[0]?.status;
}

/** Whoever was not sent to exactly once, and what became of their messages. */
async function notOnceAccepted(id: string) {
  const { rows: found } = await runtime.db.query(
    `SELECT r.contact_id, r.status, r.problem_code, array_agg(concat_ws(' ', o.status, o.problem_code)) AS sends
     FROM campaign_recipients r LEFT JOIN outbox_entries o ON o.contact_id = r.contact_id
     WHERE r.campaign_id = $1 GROUP BY 1, 2, 3 HAVING count(o.id) FILTER (WHERE o.status = 'accepted') <> 1`,
    [id],
  );
  return found;
}
