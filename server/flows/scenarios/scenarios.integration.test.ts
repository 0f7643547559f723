import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Scenario } from '@/flows/scenarios/scenario';
import { closeDatabase } from '../../db/client';
import { getPool } from '../../db/pool';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { seedFlowLibrary } from '../seed-flow-library';
import { listScenarios } from './list-scenarios';
import { renameScenario } from './rename-scenario';
import { saveScenario } from './save-scenario';
import { deleteScenario } from './store';

// Read when the log is made, which is before this file's own statements.
vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent';
});

const flowId = 'collect-address';
const scenario: Scenario = {
  name: 'An address in two messages',
  flow: 'another-flow',
  timezone: 'Asia/Kolkata',
  now: '2026-11-24T11:00:00+05:30',
  startedBy: 'contact',
  steps: [{ said: 'ನಮಸ್ಕಾರ 🙏', expect: {} }],
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

test('shipped scenarios of the flow are listed, each with an id of its own', async () => {
  const shipped = await listScenarios('loan-against-property');
  expect(shipped.length).toBeGreaterThan(50);
  expect(new Set(shipped.map(({ id }) => id)).size).toBe(shipped.length);
  expect(shipped).toContainEqual(
    expect.objectContaining({ id: 'shipped:opt-out#1', origin: 'shipped', createdAt: null }),
  );
  expect(shipped.every((listed) => listed.scenario.flow === 'loan-against-property')).toBe(true);
});

test('a recorded scenario is kept as it is, under a free name, and listed before the shipped ones', async () => {
  const first = await saveScenario(flowId, scenario);
  const others = await Promise.all([saveScenario(flowId, scenario), saveScenario(flowId, scenario)]);
  expect(first.name).toBe('An address in two messages');
  expect(others.map(({ name }) => name).toSorted()).toEqual([
    'An address in two messages 2',
    'An address in two messages 3',
  ]);
  const [listed] = await listScenarios(flowId);
  expect(listed).toEqual({
    ...first,
    origin: 'recorded',
    createdAt: expect.stringMatching(/^\d{4}-/),
    scenario: { ...scenario, flow: flowId },
  });
  await expect(saveScenario('no-such-flow', scenario)).rejects.toMatchObject({ code: 'record.notFound' });
});

test('a scenario is renamed to a name that is free, and removed once', async () => {
  const { id } = await saveScenario(flowId, { ...scenario, name: 'To be renamed' });
  await renameScenario(id, 'Renamed');
  await renameScenario(id, 'Renamed');
  expect((await listScenarios(flowId)).find((listed) => listed.id === id)).toMatchObject({
    name: 'Renamed',
    scenario: { name: 'Renamed' },
  });
  await expect(renameScenario(id, scenario.name)).rejects.toMatchObject({ code: 'record.conflict' });
  await expect(renameScenario(randomUUID(), 'Nobody')).rejects.toMatchObject({ code: 'record.notFound' });
  expect([await deleteScenario(id), await deleteScenario(id)]).toEqual([true, false]);
});

test('one that can’t be read any more does not hide the others', async () => {
  const before = (await listScenarios(flowId)).length;
  await getPool().query(
    `INSERT INTO flow_scenarios (id, flow_id, name, document) VALUES ($1, $2, 'Odd', '{"steps": 3}')`,
    [randomUUID(), flowId],
  );
  expect(await listScenarios(flowId)).toHaveLength(before);
});
