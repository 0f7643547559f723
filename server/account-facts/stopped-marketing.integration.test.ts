import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OutboxRows, outboxRows } from '@/server/testing/outbox-rows';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';

let runtime: RuntimeFixture;
let rows: OutboxRows;

beforeAll(async () => {
  runtime = await startRuntime();
  rows = outboxRows(runtime.db);
  await runtime.db.query(
    `INSERT INTO templates (name, language, category, components, status) VALUES
       ('offer', 'en', 'MARKETING', '[]', 'APPROVED'), ('reminder', 'en', 'UTILITY', '[]', 'APPROVED')`,
  );
});
afterAll(() => runtime.close());

test('marketing that is stopped in WhatsApp while it is being sent never goes on, and everything else does', async () => {
  const contacts: string[] = [];
  for (let index = 0; index < people; index += 1) contacts.push(await rows.contact());
  const { rows: phones } = await runtime.db.query<{ phone: string }>('SELECT phone FROM contacts ORDER BY id');
  for (const contact of contacts) {
    for (let offer = 0; offer < 3; offer += 1) await rows.message(contact, { template: 'offer', priority: 2 });
    await rows.message(contact, { template: 'reminder', priority: 1 });
  }
  runtime.startWorker();
  await Promise.all(phones.map(({ phone }) => runtime.whatsapp.changePreference({ phone }, 'stop')));
  await settled();
  expect(await count('contacts WHERE marketing_stopped_at IS NOT NULL')).toBe(people);
  expect(await count(`outbox_entries WHERE payload->'template'->>'name' = 'reminder' AND status = 'accepted'`)).toBe(
    people,
  );
  // Of each line the offers from some place on are cancelled, and none behind a cancelled one has left.
  expect(
    await count(`outbox_entries a JOIN outbox_entries c USING (contact_id) WHERE a.position > c.position
    AND c.status = 'cancelled' AND a.status = 'accepted' AND a.payload->'template'->>'name' = 'offer'`),
  ).toBe(0);

  const sent = runtime.whatsapp.ledger.accepted.length;
  for (const contact of contacts) await rows.message(contact, { template: 'offer', priority: 2 });
  await settled();
  expect(runtime.whatsapp.ledger.accepted.length).toBe(sent);
  expect(
    await count(`outbox_entries WHERE status = 'cancelled' AND problem_code = 'contact.marketingStopped'`),
  ).toBeGreaterThanOrEqual(people);
});

const people = 30;

async function settled(): Promise<void> {
  await runtime.until(`SELECT 1 WHERE NOT EXISTS
    (SELECT 1 FROM outbox_entries WHERE status IN ('queued', 'dispatching'))
    AND NOT EXISTS (SELECT 1 FROM inbox_entries WHERE status = 'pending')`);
}

async function count(what: string): Promise<number> {
  const { rows: found } = await runtime.db.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${what}`);
  return found[0]?.count ?? Number.NaN;
}
