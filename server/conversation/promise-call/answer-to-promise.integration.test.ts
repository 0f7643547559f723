import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followUpRows } from '@/server/testing/follow-up-rows';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';

let runtime: RuntimeFixture;

beforeAll(async () => {
  runtime = await startRuntime();
  runtime.startWorker();
});
afterAll(() => runtime.close());

test('who was promised a call taps or writes another time: the promise moves, and the conversation stays where it is', async () => {
  const phone = '919800000031';
  await runtime.say(phone, 'Hello');
  const contact = await runtime.until<{ id: string; turns: number }>(
    `SELECT c.id FROM contacts c JOIN turns t ON t.contact_id = c.id JOIN flow_sessions s ON s.contact_id = c.id
     WHERE s.state->>'state' = 'asking'`,
  );
  const first = noonIn(2);
  await runtime.db.query(
    `INSERT INTO handovers (id, contact_id, session_id, turn_id, reason, summary, state_id, promised_at)
     SELECT $2, $1, s.id, t.id, 'human', '', 'asking', $3 FROM flow_sessions s JOIN turns t ON t.session_id = s.id
     WHERE s.contact_id = $1 LIMIT 1`,
    [contact.id, randomUUID(), first],
  );

  const plan = await followUpRows(runtime.db).plan(contact.id, Date.now() + 86_400_000);

  const tapped = noonIn(3);
  const tap = { id: `runtime/call/${tapped.toISOString()}`, title: 'Monday, 12 pm', in: 'buttons' } as const;
  await runtime.whatsapp.receiveFromCustomer({ from: { phone }, tap });
  expect(await promisedAt(contact.id, first)).toBe(tapped.toISOString());
  await runtime.until(`SELECT 1 FROM messages WHERE contact_id = $1 AND text_keys = '{runtime/officerCalls}'`, [
    contact.id,
  ]);

  await runtime.until("SELECT 1 FROM follow_ups WHERE id = $1 AND status = 'cancelled'", [plan]);

  await runtime.say(phone, 'kal subah');
  const written = await promisedAt(contact.id, tapped);
  expect(Date.parse(written)).toBeGreaterThan(Date.now());
  expect(new Date(Date.parse(written) + 5.5 * 3_600_000).getUTCHours()).toBe(10);
  const { rows } = await runtime.db.query(
    `SELECT (SELECT count(*)::int FROM turns WHERE contact_id = $1) AS turns,
       (SELECT count(*)::int FROM inbox_entries WHERE contact_id = $1 AND reason = 'call.named') AS named`,
    [contact.id],
  );
  expect(rows).toEqual([{ turns: 1, named: 2 }]);

  await runtime.say(phone, 'What is the rate?');
  await runtime.until('SELECT 1 FROM turns WHERE contact_id = $1 AND seq = 2', [contact.id]);
  expect(await promisedAt(contact.id, tapped)).toBe(written);
});

/** Noon in India on the first day from so many days on at which the office is open. */
function noonIn(days: number): Date {
  const day = new Date(Math.floor(Date.now() / 86_400_000 + days) * 86_400_000 + 6.5 * 3_600_000);
  return day.getUTCDay() === 0 ? new Date(day.getTime() + 6 * 86_400_000) : day;
}

async function promisedAt(contactId: string, not: Date): Promise<string> {
  const { at } = await runtime.until<{ at: Date }>(
    'SELECT promised_at AS at FROM handovers WHERE contact_id = $1 AND promised_at <> $2',
    [contactId, not],
  );
  return at.toISOString();
}
