import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import { zoneWhereItIs } from '@/server/testing/zone-where-it-is';
import { blindIndex } from '../sealing/blind-index';

let runtime: RuntimeFixture;

beforeAll(async () => {
  runtime = await startRuntime();
  const everyDay = { hours: { days: [1, 2, 3, 4, 5, 6, 7], opens: '09:00', closes: '21:00' } };
  await runtime.db.query(`INSERT INTO settings (key, value) VALUES ('outreach', $1)`, [everyDay]);
  runtime.startWorker();
});
afterAll(() => runtime.close());

test('a silence that ends in the night of the contact is heeded in the morning; where it is day, at once', async () => {
  const night = await silentFor('919800000011', zoneWhereItIs(2));
  const day = await silentFor('919800000012', zoneWhereItIs(14));
  await runtime.until('SELECT 1 FROM turns WHERE contact_id = $1 AND seq = 2', [day]);
  const { hours } = await runtime.until<{ hours: number }>(
    `SELECT extract(epoch FROM wake_at - now()) / 3600 AS hours FROM flow_sessions WHERE contact_id = $1 AND wake_at > now()`,
    [night],
  );
  expect(Number(hours)).toBeGreaterThan(6);
  expect(Number(hours)).toBeLessThan(8);
  const { rows } = await runtime.db.query('SELECT seq FROM turns WHERE contact_id = $1', [night]);
  expect(rows).toEqual([{ seq: 1 }]);
});

/** A contact whose silence, begun hours ago, has just ended. */
async function silentFor(phone: string, timezone: string): Promise<string> {
  await runtime.say(phone, 'Hello');
  const { id } = await runtime.until<{ id: string }>(
    `SELECT c.id FROM contacts c JOIN turns t ON t.contact_id = c.id WHERE c.phone_hash = $1`,
    [blindIndex('phone', `+${phone}`)],
  );
  await runtime.db.query(
    `UPDATE flow_sessions SET wake_at = now() - interval '1 second', version = version + 1, state = jsonb_set(state
       || jsonb_build_object('timezone', $2::text, 'updatedAt', to_char(now() AT TIME ZONE 'UTC' - interval '20 hours', $3)),
       '{wait,deadlineAt}', to_jsonb(to_char(now() AT TIME ZONE 'UTC' - interval '1 second', $3)))
     WHERE contact_id = $1`,
    [id, timezone, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'],
  );
  return id;
}
