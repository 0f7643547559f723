import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaignRows, campaignTemplate, openEveryDay } from '@/server/testing/campaign-rows';
import { createRandom } from '@/server/testing/fake-whatsapp/random';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';

let runtime: RuntimeFixture;

beforeAll(async () => {
  runtime = await startRuntime();
  await openEveryDay(runtime.db);
  await runtime.db.query(`INSERT INTO whatsapp_numbers (phone_number_id, throughput) VALUES ('1555000111', 1000)`);
  await runtime.db.query(watchSql);
});
afterAll(() => runtime.close());

test('of 2,000 people who opt out or write while a campaign leaves, nobody gets it after the opt-out has committed', {
  timeout: 60_000,
}, async () => {
  const random = createRandom(7).next;
  const rows = campaignRows(runtime.db);
  await rows.template(campaignTemplate);
  const people = await rows.people(2_000);
  const id = await rows.launched(people);
  const { advanceCampaign, keepAdvancing } = await import('./advance-campaign');
  await advanceCampaign(id, Date.now()); // the audience is written down: nobody has opted out yet
  runtime.startWorker();
  const order = [...people].sort(() => random() - 0.5);
  const writers = order.splice(0, 50);
  await Promise.all([
    keepAdvancing(id, 20_000),
    keepAdvancing(id, 20_000),
    optOutAll(order.filter((_, index) => index % 2 === 0)),
    optOutAll(order.filter((_, index) => index % 2 === 1)),
    ...writers.map((contactId) => write(contactId, random() * 1_500)),
  ]);
  await expect.poll(unsettled, { timeout: 30_000, interval: 50 }).toBe(0);
  await keepAdvancing(id, 5_000);

  const { rows: late } = await runtime.db.query(lateSql);
  expect(late).toEqual([]);
  const { rows: outcomes } = await runtime.db.query<{ outcome: string; count: number }>(outcomeSql, [id]);
  const counts = Object.fromEntries(outcomes.map(({ outcome, count }) => [outcome, count]));
  // The race was one: some left in time, some were stopped before they were queued, and some in the outbox.
  expect(counts.accepted).toBeGreaterThan(50);
  expect(counts['excluded contact.optedOut']).toBeGreaterThan(50);
  expect(outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(people.length);
  expect(Object.keys(counts).sort()).toEqual(
    ['accepted', 'excluded contact.optedOut', 'excluded session.live'].filter((key) => key in counts),
  );
  expect(runtime.whatsapp.ledger.doubled()).toEqual([]);
});

/** Each in a transaction of its own, and once it has committed the moment is noted. */
async function optOutAll(contactIds: readonly string[]): Promise<void> {
  await runtime.db.query('CALL opt_out_all($1)', [contactIds]);
}

async function unsettled(): Promise<number> {
  const { rows } = await runtime.db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM outbox_entries WHERE status IN ('queued', 'dispatching')`,
  );
  return rows[0]?.count ?? 0;
}

async function write(contactId: string, afterMs: number): Promise<void> {
  const { rows } = await runtime.db.query<{ phone: string }>('SELECT phone FROM contacts WHERE id = $1', [contactId]);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  await runtime.say(rows[0]?.phone ?? '', 'Hello');
}

const watchSql = `
  CREATE TABLE watched_stops (contact_id uuid, committed_at timestamptz);
  CREATE TABLE watched_sends (outbox_id uuid, begun_at timestamptz);
  CREATE PROCEDURE opt_out_all(ids uuid[]) LANGUAGE plpgsql AS $$ DECLARE one uuid; BEGIN
    FOREACH one IN ARRAY ids LOOP
      UPDATE contacts SET opted_out_at = clock_timestamp() WHERE id = one;
      COMMIT;
      INSERT INTO watched_stops VALUES (one, clock_timestamp());
      COMMIT;
      PERFORM pg_sleep(0.001); -- a campaign of 1,000 a second is to be met in the middle
    END LOOP; END $$;
  CREATE FUNCTION watch_send() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO watched_sends VALUES (NEW.id, now()); RETURN NULL; END $$;
  CREATE TRIGGER watch_send AFTER UPDATE ON outbox_entries FOR EACH ROW
    WHEN (NEW.status = 'dispatching' AND OLD.status <> 'dispatching') EXECUTE FUNCTION watch_send();`;

const lateSql = `
  SELECT o.id, s.begun_at, w.committed_at FROM outbox_entries o JOIN watched_sends s ON s.outbox_id = o.id
  JOIN watched_stops w ON w.contact_id = o.contact_id WHERE NOT o.is_last_word AND s.begun_at > w.committed_at`;

const outcomeSql = `
  SELECT CASE WHEN r.status = 'queued' THEN o.status::text ELSE concat_ws(' ', r.status, r.problem_code) END AS outcome,
    count(*)::int AS count
  FROM campaign_recipients r LEFT JOIN outbox_entries o ON o.id = r.outbox_id WHERE r.campaign_id = $1 GROUP BY 1`;
