import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Flow } from '@/flows/schema/flow';
import { closeDatabase } from '../db/client';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { readFlowLibrary } from './flow-library';
import { publishDraft } from './publish';
import { seedFlowLibrary } from './seed-flow-library';
import { insertVersion, listFlows, readActiveFlows, readFlow, saveDraft } from './store';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

test('the shipped flows are published once, and again only when the shipped one has changed', async () => {
  const shipped = (await readFlowLibrary()).map((flow) => flow.id);
  expect(await seedFlowLibrary()).toEqual(shipped);
  expect(await seedFlowLibrary()).toEqual([]);
  const flow = await published('collect-address');
  await insertVersion({ ...flow, description: 'An older release.' }, 'Shipped with Vaarta');
  expect(await seedFlowLibrary()).toEqual(['collect-address']);
  expect((await readActiveFlows()).get('collect-address')).toMatchObject({
    version: 3,
    flow: { description: flow.description },
  });
});

test('a shipped flow that somebody has edited is left alone', async () => {
  const flow = await published('collect-address');
  await insertVersion({ ...flow, description: 'Ours.' }, 'our words');
  expect(await seedFlowLibrary()).toEqual([]);
  expect((await readActiveFlows()).get('collect-address')).toMatchObject({
    version: 4,
    flow: { description: 'Ours.' },
  });
});

test('a draft is published as the next version, and the ones before stay as they were', async () => {
  const flow = await published('loan-against-property');
  expect(await saveDraft(flow.id, { ...flow, name: 'Loans' }, 0)).toBe(1);
  expect(await publishDraft(flow.id, 'new name')).toMatchObject({ ok: true, version: 2 });
  expect((await readFlow(flow.id, 1))?.name).toBe(flow.name);
  expect((await readFlow(flow.id, 2))?.name).toBe('Loans');
  expect((await readFlow(flow.id, 0))?.name).toBe('Loans');
  expect((await listFlows()).find(({ id }) => id === flow.id)).toMatchObject({ activeVersion: 2, draftRevision: 1 });
});

test('a draft with errors, or one that is no flow, is refused with its issues', async () => {
  const flow = await published('loan-against-property');
  const broken = { ...flow, transitions: flow.transitions.map((transition) => ({ ...transition, to: 'nowhere' })) };
  expect(await saveDraft(flow.id, broken, 1)).toBe(2);
  expect(await publishDraft(flow.id, '')).toMatchObject({ ok: false });
  expect(await saveDraft(flow.id, { name: 'half a flow' }, 2)).toBe(3);
  const refused = await publishDraft(flow.id, '');
  expect(refused.ok || refused.issues.length).toBeGreaterThan(0);
  await expect(publishDraft('unknown', '')).rejects.toMatchObject({ code: 'record.notFound' });
});

test('of two who save on the same revision the second is told, and overwrites nothing', async () => {
  const flow = await published('loan-against-property');
  const saves = await Promise.all([saveDraft(flow.id, { by: 'one' }, 3), saveDraft(flow.id, { by: 'other' }, 3)]);
  expect(saves.toSorted()).toEqual([4, undefined]);
});

async function published(id: string): Promise<Flow> {
  const found = (await readActiveFlows()).get(id);
  if (!found) throw new Error(`${id} is not published.`);
  return found.flow;
}
