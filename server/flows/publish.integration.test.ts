import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Flow } from '@/flows/schema/flow';
import { closeDatabase } from '../db/client';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { readDraftRevision, saveDraft } from './drafts/store';
import { readFlowLibrary } from './flow-library';
import { type DraftToPublish, publishDraft } from './publish';
import { seedFlowLibrary } from './seed-flow-library';
import { insertVersion, listFlows, readActiveFlows, readFlow } from './store';
import { restoreVersion } from './versions/restore-version';
import { rollBack } from './versions/roll-back';
import { selectVersions } from './versions/store';

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
  await insertVersion({ flow: { ...flow, description: 'An older release.' }, note: 'Shipped with Vaarta', author: '' });
  expect(await seedFlowLibrary()).toEqual(['collect-address']);
  expect((await readActiveFlows()).get('collect-address')).toMatchObject({
    version: 3,
    flow: { description: flow.description },
  });
});

test('a shipped flow that somebody has edited is left alone', async () => {
  const flow = await published('collect-address');
  await insertVersion({ flow: { ...flow, description: 'Ours.' }, note: 'our words', author: 'Meera' });
  expect(await seedFlowLibrary()).toEqual([]);
  expect((await readActiveFlows()).get('collect-address')).toMatchObject({
    version: 4,
    flow: { description: 'Ours.' },
  });
});

test('a draft is published as the next version, is gone then, and the versions before stay as they were', async () => {
  const flow = await published(LOANS);
  expect(await saveDraft(LOANS, { ...flow, name: 'Loans' }, 0)).toMatchObject({ revision: 1 });
  expect(await publishDraft(draft({ revision: 1, note: 'new name', author: 'Meera' }))).toEqual({
    ...{ ok: true, version: 2, revision: 2, warnings: [] },
    ...{ moved: 0, handedOver: 0, stayed: 0 },
  });
  expect((await readFlow(LOANS, 1))?.name).toBe(flow.name);
  expect((await readFlow(LOANS, 2))?.name).toBe('Loans');
  expect((await listFlows()).find(({ id }) => id === LOANS)).toMatchObject({ activeVersion: 2, draftRevision: null });
  expect(await selectVersions(LOANS)).toMatchObject([
    { version: 2, note: 'new name', author: 'Meera', isActive: true, stateCount: flow.states.length },
    { version: 1, author: '', isActive: false },
  ]);
});

test('whoever tries the draft out goes on with what was published of it', async () => {
  expect(await readFlow(LOANS, 0)).toEqual(await readFlow(LOANS, 2));
});

test('a draft that is not the one that was looked at is not published', async () => {
  const flow = await published(LOANS);
  await expect(publishDraft(draft({ revision: 2 }))).rejects.toMatchObject({ code: 'record.notFound' });
  expect(await saveDraft(LOANS, flow, 2)).toMatchObject({ revision: 3 });
  expect(await saveDraft(LOANS, flow, 3)).toMatchObject({ revision: 4 });
  await expect(publishDraft(draft({ revision: 3 }))).rejects.toMatchObject({ code: 'record.conflict' });
  await expect(publishDraft({ ...draft({ revision: 0 }), flowId: 'none' })).rejects.toMatchObject({
    code: 'record.notFound',
  });
  expect(await selectVersions(LOANS)).toHaveLength(2);
});

test('of two who publish one draft the second is told', async () => {
  const both = await Promise.allSettled([publishDraft(draft({ revision: 4 })), publishDraft(draft({ revision: 4 }))]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'record.conflict' } });
  expect(await selectVersions(LOANS)).toHaveLength(3);
});

test('a draft with errors, or one that is no flow, is refused with its issues, and is kept', async () => {
  const flow = await published(LOANS);
  const broken = { ...flow, transitions: flow.transitions.map((transition) => ({ ...transition, to: 'nowhere' })) };
  expect(await saveDraft(LOANS, broken, 5)).toMatchObject({ revision: 6 });
  expect(await publishDraft(draft({ revision: 6 }))).toMatchObject({ ok: false });
  expect(await saveDraft(LOANS, { name: 'half a flow' }, 6)).toMatchObject({ revision: 7 });
  const refused = await publishDraft(draft({ revision: 7 }));
  expect(refused.ok || refused.issues.length).toBeGreaterThan(0);
  expect(await readDraftRevision(LOANS)).toEqual({ revision: 7, savedAt: expect.any(String) });
});

test('a plan for people that names a state which is not there publishes nothing', async () => {
  await saveDraft(LOANS, await published(LOANS), 7);
  const people = { mode: 'move', targets: { qualifying: 'nowhere' } } as const;
  await expect(publishDraft({ ...draft({ revision: 8 }), people })).rejects.toMatchObject({ code: 'request.invalid' });
  expect(await selectVersions(LOANS)).toHaveLength(3);
});

test('of two who save on the same revision the second is told, and overwrites nothing', async () => {
  const saves = await Promise.all([saveDraft(LOANS, { by: 'one' }, 8), saveDraft(LOANS, { by: 'other' }, 8)]);
  expect(saves.filter((saved) => saved !== undefined)).toMatchObject([{ revision: 9 }]);
});

test('rolling back publishes an older document as the newest version, and leaves the draft alone', async () => {
  const first = await readFlow(LOANS, 1);
  const back = await rollBack({ flowId: LOANS, version: 1, author: 'Meera', people: { mode: 'stay' } });
  expect(back).toMatchObject({ ok: true, version: 4, revision: 9 });
  expect(await readFlow(LOANS, 4)).toEqual(first);
  expect((await selectVersions(LOANS))[0]).toMatchObject({
    note: 'Back to version 1',
    author: 'Meera',
    isActive: true,
  });
  const again = { flowId: LOANS, author: '', people: { mode: 'stay' } } as const;
  await expect(rollBack({ ...again, version: 4 })).rejects.toMatchObject({ code: 'request.invalid' });
  await expect(rollBack({ ...again, version: 99 })).rejects.toMatchObject({ code: 'record.notFound' });
});

test('rolling back without a draft changes what editors have open, and they are told when they save', async () => {
  const flow = await published('collect-address');
  const { revision } = (await readDraftRevision(flow.id)) ?? { revision: -1 };
  const back = await rollBack({ flowId: flow.id, version: 1, author: '', people: { mode: 'stay' } });
  expect(back.revision).toBe(revision + 1);
  expect(await saveDraft(flow.id, flow, revision)).toBeUndefined();
});

test('a version is restored as the draft, unless somebody has changed the draft meanwhile', async () => {
  await expect(restoreVersion(LOANS, 2, 8)).rejects.toMatchObject({ code: 'record.conflict' });
  expect(await restoreVersion(LOANS, 2, 9)).toMatchObject({ revision: 10 });
  expect(await readFlow(LOANS, 0)).toEqual(await readFlow(LOANS, 2));
  expect((await selectVersions(LOANS))[0]).toMatchObject({ version: 4, isActive: true });
  await expect(restoreVersion(LOANS, 99, 10)).rejects.toMatchObject({ code: 'record.notFound' });
});

const LOANS = 'loan-against-property';

function draft(part: { readonly revision: number; readonly note?: string; readonly author?: string }): DraftToPublish {
  return { flowId: LOANS, note: '', author: '', people: { mode: 'stay' }, ...part };
}

async function published(id: string): Promise<Flow> {
  const found = (await readActiveFlows()).get(id);
  if (!found) throw new Error(`${id} is not published.`);
  return found.flow;
}
