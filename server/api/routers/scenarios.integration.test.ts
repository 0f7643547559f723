import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '../../db/client';
import { seedFlowLibrary } from '../../flows/seed-flow-library';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { studioCaller } from '../../testing/studio-caller';

const studio = studioCaller();
const flowId = 'collect-address';
const scenario = {
  name: '  Two messages ',
  flow: flowId,
  now: '2026-11-24T11:00:00+05:30',
  steps: [{ said: ['Hello', '560001'], expect: { state: 'collected' } }],
};
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  await seedFlowLibrary();
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

test('a scenario is kept, listed, renamed and removed', async () => {
  const { id, name } = await studio.scenarios.save({ flowId, scenario });
  expect(name).toBe('Two messages');
  await studio.scenarios.rename({ id, name: 'One message' });
  const [first, ...shipped] = await studio.scenarios.list({ flowId });
  expect(first).toMatchObject({ id, name: 'One message', origin: 'recorded', scenario: { steps: scenario.steps } });
  expect(shipped.every(({ origin }) => origin === 'shipped')).toBe(true);
  expect(await studio.scenarios.remove({ id })).toEqual({ removed: true });
});

test('what is no scenario, or no recorded one, is refused', async () => {
  const [shipped] = await studio.scenarios.list({ flowId });
  await expect(studio.scenarios.rename({ id: shipped?.id ?? '', name: 'Mine' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  const tooLong = { ...scenario, steps: Array.from({ length: 501 }, () => ({ said: 'Hello' })) };
  await expect(studio.scenarios.save({ flowId, scenario: tooLong })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(studio.scenarios.save({ flowId, scenario: { ...scenario, name: ' ' } })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});

test('a flow that nobody was in has no traffic, nobody to replay and nothing to compare', async () => {
  const asked = { flowId, version: 1, days: 30, channel: 'all' } as const;
  expect(await studio.live.traffic(asked)).toEqual({ sessions: 0, states: [], transitions: [] });
  expect(await studio.live.recent(asked)).toEqual([]);
  expect(await studio.live.said({ flowId, state: 'collected', days: 30 })).toEqual([]);
  expect(await studio.live.whatIf({ flowId, last: 200 })).toMatchObject({
    played: 0,
    same: 0,
    other: [],
    broken: [],
    skipped: 0,
  });
  await expect(studio.live.whatIf({ flowId, last: 201 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(studio.live.traffic({ ...asked, days: 91 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});
