import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Flow } from '@/flows/schema/flow';
import { closeDatabase } from '../../db/client';
import { getPool } from '../../db/pool';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { readFlowLibrary } from '../flow-library';
import { insertFlow, listFlows, readFlow } from '../store';
import { createEmptyFlow, createFlow } from './create-flow';
import { discardDraft } from './discard-draft';
import { openDraft } from './open-draft';
import { saveFlowDraft } from './save-draft';
import { readDraftRevision, saveDraft } from './store';

let database: TestDatabase;
let loans: Flow;
let flow: Flow;
let tests = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  const shipped = (await readFlowLibrary()).find(({ id }) => id === 'loan-against-property');
  if (!shipped) throw new Error('The library has no loan flow.');
  loans = shipped;
});
beforeEach(async () => {
  tests += 1;
  flow = { ...loans, id: `loans${tests}` };
  await insertFlow(flow, 'test');
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

describe('a draft', () => {
  test('is the published version until somebody saves', async () => {
    const opened = { publishedVersion: 1, unreadable: null };
    expect(await openDraft(flow.id)).toEqual({ ...opened, flow, revision: 0, savedAt: null });
    const changed = { ...flow, name: 'Ours' };
    const saved = await save({ document: changed });
    expect(saved).toEqual({ ok: true, revision: 1, savedAt: expect.any(String) });
    expect(await openDraft(flow.id)).toMatchObject({ ...opened, flow: { name: 'Ours' }, revision: 1 });
    expect(await readDraftRevision(flow.id)).toEqual({ revision: 1, savedAt: saved.ok ? saved.savedAt : '' });
    expect((await readFlow(flow.id, 0))?.name).toBe('Ours');
  });

  test('that was made from an older one overwrites nothing, and is shown what is there', async () => {
    await save({ document: { ...flow, name: 'Theirs' } });
    expect(await save({ document: { ...flow, name: 'Mine' } })).toMatchObject({
      ...{ ok: false, reason: 'conflict', revision: 1 },
      flow: { name: 'Theirs' },
    });
  });

  test('can be saved on the revision that a conflict named', async () => {
    await save({ document: { ...flow, name: 'Theirs' } });
    expect(await save({ revision: 1, document: flow })).toMatchObject({ ok: true, revision: 2 });
  });

  test('that is no flow, or another flow, is refused in sentences', async () => {
    for (const document of [undefined, null, 'no JSON', [], { ...flow, states: [] }, { ...flow, start: 5 }]) {
      expect(await save({ document })).toMatchObject({ ok: false, reason: 'refused', issues: [{ severity: 'error' }] });
    }
    expect(await save({ document: { ...flow, id: 'another' } })).toMatchObject({
      issues: [{ code: 'document.other_flow', place: { path: 'id' } }],
    });
    expect(await readDraftRevision(flow.id)).toEqual({ revision: 0, savedAt: null });
  });

  test('that loses most of its states is not saved until a person says that it is meant', async () => {
    const was = flow.states.length;
    const document = { ...flow, states: flow.states.slice(0, 3), transitions: [] };
    expect(await save({ document })).toEqual({ ok: false, reason: 'shrunk', was, is: 3 });
    expect(await save({ document, allowShrink: true })).toMatchObject({ ok: true, revision: 1 });
    // From three states to one is no accident that anybody would mind.
    expect(await save({ revision: 1, document: { ...document, states: flow.states.slice(0, 1) } })).toMatchObject({
      ok: true,
    });
  });

  test('may lose half of its states', async () => {
    const kept = flow.states.slice(0, Math.ceil(flow.states.length / 2));
    expect(await save({ document: { ...flow, states: kept } })).toMatchObject({ ok: true });
  });

  test('keeps what PostgreSQL refuses to store as text out of the document', async () => {
    const name = `Loans${String.fromCharCode(0)} \ud83d`;
    expect(await save({ document: { ...flow, name } })).toMatchObject({ ok: true });
    expect((await openDraft(flow.id)).flow.name).toBe('Loans \ufffd');
  });

  test('that can no longer be read does not keep its flow from being opened, and is replaced knowingly', async () => {
    await saveDraft(flow.id, { schemaVersion: 1, id: flow.id, states: 'none' }, 0);
    const opened = await openDraft(flow.id);
    expect(opened).toMatchObject({
      flow,
      revision: 1,
      publishedVersion: 1,
      unreadable: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]),
    });
    expect(await save({ document: flow })).toMatchObject({ ok: false, reason: 'conflict', flow });
    expect(await save({ revision: 1, document: flow })).toMatchObject({ ok: true, revision: 2 });
    expect((await openDraft(flow.id)).unreadable).toBeNull();
  });

  test('is discarded, and who had it open is told when they save', async () => {
    await save({ document: { ...flow, name: 'Ours' } });
    await expect(discardDraft(flow.id, 0)).rejects.toMatchObject({ code: 'record.conflict' });
    expect(await discardDraft(flow.id, 1)).toBe(2);
    expect(await openDraft(flow.id)).toMatchObject({ flow, revision: 2, savedAt: null });
    expect(await save({ revision: 1, document: flow })).toMatchObject({ ok: false, reason: 'conflict', revision: 2 });
    await expect(discardDraft(flow.id, 2)).rejects.toMatchObject({ code: 'record.notFound' });
  });

  test('of a flow that is not there can’t be opened or saved', async () => {
    await expect(openDraft('nothing')).rejects.toMatchObject({ code: 'record.notFound' });
    await expect(save({ flowId: 'nothing', document: flow })).rejects.toMatchObject({ code: 'record.notFound' });
  });
});

describe('a new flow', () => {
  test('is taken in from a file, under another id when its own is taken', async () => {
    const first = await createFlow(JSON.stringify(flow));
    const flowId = `${flow.id}-2`;
    expect(first).toEqual({ ok: true, flowId });
    expect(await openDraft(flowId)).toEqual({
      flow: { ...flow, id: flowId },
      ...{ revision: 1, publishedVersion: null, savedAt: expect.any(String), unreadable: null },
    });
    await expect(discardDraft(flowId, 1)).rejects.toMatchObject({ code: 'request.invalid' });
    expect(await save({ flowId, revision: 1, document: { ...flow, id: flowId, name: 'Renamed' } })).toMatchObject({
      ok: true,
    });
    expect((await listFlows()).find(({ id }) => id === flowId)).toMatchObject({ name: 'Renamed', activeVersion: null });
  });

  test('is not made from a damaged file, and its place and reason are told', async () => {
    const before = (await listFlows()).length;
    expect(await createFlow('{\n  "id": oops\n}')).toMatchObject({
      ok: false,
      issues: [{ code: 'document.not_json', message: expect.stringContaining('line 2, column 9') }],
    });
    const [start, ...others] = flow.states;
    const damaged = { ...flow, states: [{ ...start, type: 'unheard_of' }, ...others] };
    expect(await createFlow(damaged)).toMatchObject({ ok: false, issues: [{ place: { state: start?.id } }] });
    expect(await listFlows()).toHaveLength(before);
  });

  test('is begun under an id from its name, many at once under different ones', async () => {
    const ids = await Promise.all(['Gold Loan — 2026!', 'Gold loan 2026', 'ಚಿನ್ನದ ಸಾಲ', '2nd'].map(createEmptyFlow));
    expect(ids.toSorted()).toEqual(['flow', 'gold-loan-2', 'gold-loan-2026', 'nd']);
    expect(await openDraft('flow')).toMatchObject({ flow: { id: 'flow', name: 'ಚಿನ್ನದ ಸಾಲ' }, publishedVersion: null });
  });

  test('that can no longer be read opens as an empty one', async () => {
    const flowId = await createEmptyFlow('Broken');
    await getPool().query(`UPDATE flow_drafts SET document = '{}' WHERE flow_id = $1`, [flowId]);
    const opened = await openDraft(flowId);
    expect(opened).toMatchObject({
      flow: { id: flowId, name: 'Broken' },
      unreadable: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]),
    });
  });
});

function save(part: {
  readonly flowId?: string;
  readonly revision?: number;
  readonly document: unknown;
  readonly allowShrink?: boolean;
}) {
  return saveFlowDraft({ flowId: flow.id, revision: 0, allowShrink: false, ...part });
}
