import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import type { TurnCommit } from './turn-commit';

let runtime: RuntimeFixture;

beforeAll(async () => {
  runtime = await startRuntime();
});
afterAll(() => runtime.close());

test('of two workers one gets a contact, and who lost the lease writes nothing', async () => {
  const { commitTurns } = await import('./commit/store');
  const { claimDueContacts, freeContactsOfTheDead } = await import('./queue/store');
  await runtime.say('+919800003001', 'Hello');
  const [one, other] = [await aliveWorker(), await aliveWorker()];
  const both = await Promise.all([claimDueContacts(one, 10, 30), claimDueContacts(other, 10, 30)]);
  expect(both.flat()).toHaveLength(1);
  const [claim] = both.flat();
  if (!claim) throw new Error('Nobody got the contact.');
  const late = await turnOf(claim);

  // The holder dies: what it held is free at once.
  await runtime.db.query('DELETE FROM worker_processes');
  expect(await freeContactsOfTheDead(5)).toBe(1);
  const [second] = await claimDueContacts(await aliveWorker(), 10, 30);
  if (!second) throw new Error('The contact was not freed.');
  expect(Number(second.fence)).toBe(Number(claim.fence) + 1);

  expect(await commitTurns([late])).toEqual([false]);
  expect(await count('turns')).toBe(0);
  expect(await commitTurns([await turnOf(second)])).toEqual([true]);
  expect(await commitTurns([late])).toEqual([false]);
  expect([await count('turns'), await count('outbox_entries')]).toEqual([1, 1]);
});

test('a turn on a session that somebody else has changed is not committed, and neither is anything with it', async () => {
  const { commitTurns } = await import('./commit/store');
  const { claimDueContacts } = await import('./queue/store');
  await runtime.say('+919800003001', 'Again');
  const [claim] = await claimDueContacts(await aliveWorker(), 10, 30);
  if (!claim) throw new Error('Nobody got the contact.');
  const commit = await turnOf(claim);
  await runtime.db.query('UPDATE flow_sessions SET version = version + 1');
  await expect(commitTurns([commit])).rejects.toThrow('changed by somebody else');
  expect(await count('turns')).toBe(1);
  const { rows } = await runtime.db.query('SELECT fence, owner IS NOT NULL AS held FROM turn_queue');
  expect(rows).toEqual([{ fence: claim.fence, held: true }]);
});

test('a message that comes after the claim keeps the contact due', async () => {
  const { commitTurns } = await import('./commit/store');
  const { claimDueContacts, msUntilNextDue } = await import('./queue/store');
  await runtime.say('+919800003002', 'Hello');
  const [claim] = await claimDueContacts(await aliveWorker(), 10, 30);
  if (!claim) throw new Error('Nobody got the contact.');
  const commit = await turnOf(claim);
  await runtime.say('+919800003002', 'And one more');
  expect(await claimDueContacts(await aliveWorker(), 10, 30)).toEqual([]);
  expect(await commitTurns([commit])).toEqual([true]);
  expect(await msUntilNextDue()).toBe(0);
  expect(await claimDueContacts(await aliveWorker(), 10, 30)).toHaveLength(1);
});

async function turnOf(claim: { contactId: string; fence: string }): Promise<TurnCommit> {
  const { takeTurn } = await import('./take-turn');
  const { turnWorldNow } = await import('./turn-world-now');
  const { loadWork } = await import('./work/store');
  const loaded = (await loadWork([claim.contactId], new Map())).get(claim.contactId);
  if (!loaded?.ok) throw new Error('The work could not be read.');
  const commit = await takeTurn(
    { ...claim, claims: 1, failures: 0 },
    loaded.work,
    await turnWorldNow({ allowLoopback: false }),
  );
  if (!commit) throw new Error('There was nothing to do.');
  return commit;
}

async function aliveWorker(): Promise<string> {
  const { rows } = await runtime.db.query<{ id: string }>(
    'INSERT INTO worker_processes (id) VALUES (gen_random_uuid()) RETURNING id',
  );
  return rows[0]?.id ?? '';
}

async function count(table: string): Promise<number> {
  const { rows } = await runtime.db.query<{ count: number }>(`SELECT count(*)::int FROM ${table}`);
  return rows[0]?.count ?? 0;
}
