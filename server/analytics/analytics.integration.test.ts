import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';

const flowId = 'loan-against-property';
const DAY_MS = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const filter = { from: day(-1), until: day(1) };

let runtime: RuntimeFixture;
let studioCaller: typeof import('../testing/studio-caller').studioCaller;
let rollUp: () => Promise<{ counted: number; isAll: boolean }>;
let asha: string;

beforeAll(async () => {
  runtime = await startRuntime();
  const [{ seedFlowLibrary }, caller, roll] = await Promise.all([
    import('../flows/seed-flow-library'),
    import('../testing/studio-caller'),
    import('./roll-up/roll-up'),
  ]);
  await seedFlowLibrary();
  studioCaller = caller.studioCaller;
  rollUp = () => roll.rollUp({ most: 1_000, waitMs: 20_000 });
  runtime.startWorker();
  asha = await talk('Asha', 'en', [
    'Hi, I need a loan against my property',
    'I have a house in Bangalore worth 1.5 crore',
    'What would be the interest rate?',
    'Do you sell umbrellas made of cheese on the moon?',
  ]);
  await talk('Ravi', 'kn', ['ನಮಸ್ಕಾರ', 'ನನಗೆ ಮನುಷ್ಯರ ಜೊತೆ ಮಾತಾಡಬೇಕು']);
  await rollUp();
});
afterAll(() => runtime.close());

test('what is added up by day is what the turns say', async () => {
  const { readTraffic } = await import('./traffic/read-traffic');
  const traffic = await readTraffic({ flowId, version: 1, days: 2, channel: 'all' });
  const { analytics } = studioCaller('viewer');
  const funnel = await analytics.funnel({ filter, flowId, version: 1 });
  expect(funnel.sessions).toBe(traffic.sessions);
  expect(counts(funnel.states)).toEqual(traffic.states.map(({ state, sessions }) => `${state} ${sessions}`).sort());
  const overview = await analytics.overview({ filter });
  const { rows } = await runtime.db.query(
    `SELECT count(*)::int AS turns, count(*) FILTER (WHERE understanding->>'intent' = 'ask_rate')::int AS answered,
       count(*) FILTER (WHERE understanding->>'intent' = 'out_of_scope')::int AS unanswered,
       count(DISTINCT session_id) FILTER (WHERE events @> '[{"type":"handover.requested"}]')::int AS "handedOver"
     FROM turns WHERE understanding IS NOT NULL`,
  );
  expect(overview).toMatchObject({ sessions: 2, ...rows[0], firstReply: { count: 2, p50Ms: expect.any(Number) } });
  expect(overview.byDay.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(2);
  const kannada = await analytics.overview({ filter: { ...filter, language: 'kn' } });
  expect(kannada).toMatchObject({ sessions: 1, askedModel: 0 });
  expect(await analytics.overview({ filter: { from: day(-9), until: day(-8) } })).toMatchObject({
    sessions: 0,
    turns: 0,
  });
});

test('counting again changes nothing, and who was counted once is never counted twice', async () => {
  const before = await days();
  expect(await rollUp()).toMatchObject({ counted: 0, isAll: true });
  expect(await days()).toEqual(before);
  await runtime.db.query(`UPDATE analytics_progress SET position = 0 WHERE source = 'turns'`);
  await rollUp();
  const ofSessions = (rows: Awaited<ReturnType<typeof days>>) => rows.filter(({ measure }) => measure !== 'read');
  expect(ofSessions(await days())).toEqual(ofSessions(before));
});

test('a turn of last week that is written now is counted in its own day', async () => {
  const at = new Date(Date.now() - 7 * DAY_MS);
  await insertTurn(at);
  await rollUp();
  const { analytics } = studioCaller();
  const lastWeek = { from: day(-8), until: day(-6) };
  expect(await analytics.overview({ filter: lastWeek })).toMatchObject({ sessions: 1 });
  expect(await analytics.overview({ filter })).toMatchObject({ sessions: 2 });
});

test('a turn that is committed after later ones is not passed over', async () => {
  const slow = await runtime.db.connect();
  const weekBefore = new Date(Date.now() - 14 * DAY_MS);
  const { rollUp: roll } = await import('./roll-up/roll-up');
  const { analytics } = studioCaller();
  const sessions = async () => (await analytics.overview({ filter: { from: day(-15), until: day(-13) } })).sessions;
  try {
    await slow.query('BEGIN');
    await insertTurn(weekBefore, slow);
    await insertTurn(weekBefore);
    expect(await roll({ most: 1_000, waitMs: 0 })).toMatchObject({ counted: 0, isAll: false });
    expect(await sessions()).toBe(0);
    await slow.query('COMMIT');
  } finally {
    slow.release();
  }
  await rollUp();
  expect(await sessions()).toBe(2);
});

test('a number opens the list behind it: masked for viewers, without the leads of other officers for officers', async () => {
  const owner = studioCaller('owner').analytics;
  const { states } = await owner.funnel({ filter, flowId, version: 1 });
  for (const { stateId, reached, movedOn } of states) {
    const list = (name: 'reached' | 'stopped') =>
      owner.list({ filter: { ...filter, flowId, version: 1 }, list: name, key: stateId });
    expect((await list('reached')).rows).toHaveLength(reached);
    expect((await list('stopped')).rows).toHaveLength(reached - movedOn);
  }
  const all = await owner.list({ filter, list: 'session', limit: 1 });
  const rest = await owner.list({ filter, list: 'session', limit: 1, after: all.next });
  expect([...all.rows, ...rest.rows].map(({ name }) => name).sort()).toEqual(['Asha', 'Ravi']);
  expect(rest.next).toBeNull();
  const viewer = await studioCaller('viewer').analytics.list({ filter, list: 'session' });
  expect(viewer.rows.map(({ name }) => name).sort()).toEqual(['A•••', 'R•••']);
  await ownAsha();
  const officer = await studioCaller('officer').analytics.list({ filter, list: 'session' });
  expect(officer.rows.map(({ name }) => name)).toEqual(['Ravi']);
});

test('turns, calls and amounts open whose they are', async () => {
  const { analytics } = studioCaller();
  const rows = async (list: 'read' | 'readAlone' | 'askedModel' | 'call' | 'callFailed' | 'unpriced', more = {}) =>
    (await analytics.list({ filter: { ...filter, ...more }, list, key: '' })).rows;
  expect((await rows('read')).filter(({ contactId }) => contactId === asha)).toHaveLength(4);
  expect((await rows('read', { language: 'kn' })).map(({ name }) => name)).toEqual(['Ravi', 'Ravi']);
  expect([await rows('readAlone'), await rows('askedModel')].map(({ length }) => length)).toEqual([6, 0]);
  const { rows: told } = await analytics.list({ filter, list: 'read', key: 'embedded.only' });
  expect([told.length, told.at(-1)?.text]).toEqual([6, expect.any(String)]);
  expect((await analytics.list({ filter, list: 'read', key: 'model.answered' })).rows).toEqual([]);
  await spend();
  expect((await rows('call')).map(({ contactId }) => contactId)).toEqual([asha, asha]);
  expect(await rows('callFailed')).toHaveLength(1);
  expect((await analytics.list({ filter, list: 'billed' })).rows).toHaveLength(2);
  expect((await rows('unpriced')).map(({ contactId }) => contactId)).toEqual([asha]);
});

test('what nobody answered is grouped by its words, which viewers don’t read', async () => {
  const groups = async (role: 'owner' | 'viewer') => (await studioCaller(role).analytics.questions({ filter })).groups;
  const [group] = (await groups('owner')).filter(({ examples }) => examples[0]?.text.includes('umbrellas'));
  expect(group).toMatchObject({ count: 1, flowId, examples: [{ language: 'en' }] });
  const turnId = group?.examples[0]?.turnId ?? '';
  expect(await studioCaller().analytics.question({ turnId })).toMatchObject({
    intent: 'out_of_scope',
    text: 'Do you sell umbrellas made of cheese on the moon?',
    language: 'en',
  });
  expect((await groups('viewer')).flatMap(({ examples }) => examples)).toEqual([]);
  const list = { filter, list: 'unanswered' as const, key: group?.intent ?? '', wording: group?.wording ?? '' };
  expect((await studioCaller().analytics.list(list)).rows).toMatchObject([{ contactId: asha, name: 'Asha' }]);
});

test('what an author answers for some words alone is an answer, what they say to all else is none', async () => {
  const answered = { type: 'question.answered', state: 'initial', intent: 'out_of_scope', answer: 'a', by: 'author' };
  const matched = { type: 'rule.matched', rule: 'answer', intent: 'out_of_scope' };
  await insertTurn(new Date(Date.now() - 21 * DAY_MS), runtime.db, [{ ...matched, isNarrow: true }, answered]);
  await insertTurn(new Date(Date.now() - 21 * DAY_MS), runtime.db, [matched, answered]);
  await rollUp();
  const then = { filter: { from: day(-22), until: day(-20) } };
  expect(await studioCaller().analytics.overview(then)).toMatchObject({ answered: 1, unanswered: 1 });
});

test('handovers are counted with how soon they were taken, and every other list can be read', async () => {
  await runtime.db.query(
    `UPDATE handovers SET status = 'taken', taken_at = created_at + interval '2 minutes', assignee_id = 'test-officer',
       answered_at = created_at + interval '3 minutes', outcome = 'qualified'`,
  );
  const { analytics } = studioCaller();
  const handovers = await analytics.handovers({ filter });
  expect(handovers).toMatchObject({
    asked: 1,
    taken: 1,
    inWindow: 1,
    toTake: { p50Ms: 120_000 },
    toAnswer: { p95Ms: 180_000 },
    outcomes: [{ outcome: 'qualified', count: 1 }],
    reasons: [{ count: 1 }],
    officers: [{ id: 'another', taken: 0 }],
  });
  const { listName } = await import('./list/list-asked');
  const key = {
    handoverTaken: '120000',
    handoverOutcome: 'qualified',
    handoverOfficer: 'test-officer',
    handoverOfficerAnswered: 'test-officer',
  } as Readonly<Record<string, string>>;
  const nobody = ['handoverRerouted', 'handedOver'];
  for (const list of listName.options) {
    const { rows } = await analytics.list({ filter, list, key: key[list] ?? '' });
    if (nobody.includes(list) || !list.startsWith('handover')) continue;
    expect(rows, list).toMatchObject([{ name: 'Ravi' }]);
  }
  expect((await analytics.list({ filter, list: 'handoverTaken', key: '120001' })).rows).toEqual([]);
  expect(await analytics.outreach({ filter })).toEqual({ followUps: [], campaigns: [] });
  expect(await analytics.cost({ filter })).toMatchObject({ whatsappInr: '0.115', inrPerQualified: null });
  expect(await analytics.choices()).toMatchObject({ campaigns: [], countedAt: expect.any(String) });
});

async function talk(name: string, language: string, texts: readonly string[]): Promise<string> {
  const { startSimulation } = await import('../conversation/start-simulation');
  const { acceptSimulated } = await import('../conversation/accept-simulated');
  const start = { name, language, flowId, flowVersion: 1, state: null } as const;
  const { id } = await startSimulation(start);
  for (const text of texts) {
    const message = { contactId: id, clientId: randomUUID(), content: { type: 'text', text } } as const;
    const { messageId } = await acceptSimulated(message);
    await runtime.until(`SELECT FROM inbox_entries WHERE external_id = $1 AND status = 'handled'`, [messageId]);
  }
  return id;
}

async function days() {
  const { rows } = await runtime.db.query<{ measure: string; key: string; count: string }>(
    'SELECT measure, key, sum(count) AS count FROM analytics_days GROUP BY 1, 2 ORDER BY 1, 2',
  );
  return rows;
}

function counts(states: readonly { readonly stateId: string; readonly reached: number }[]): readonly string[] {
  return states.map(({ stateId, reached }) => `${stateId} ${reached}`).sort();
}

const outOfScope = { engine: 'embedded', reason: 'embedded.only', intent: 'out_of_scope', language: 'en' };

type Wire = Pick<RuntimeFixture['db'], 'query'>;

/** The first turn of somebody else's conversation; with events, one that is none of our business. */
async function insertTurn(at: Date, db: Wire = runtime.db, events: readonly unknown[] = []): Promise<void> {
  const [contactId, sessionId] = [randomUUID(), randomUUID()];
  await db.query(
    `INSERT INTO contacts (id, channel, bsuid, name, language, timezone) VALUES ($1::uuid, 'whatsapp', $1, 'Late', 'en', 'Asia/Kolkata')`,
    [contactId],
  );
  await db.query(
    `INSERT INTO flow_sessions (id, contact_id, flow_id, flow_version, status, state_id, state, version, started_at, updated_at)
     VALUES ($1, $2, $3, 1, 'active', 'initial', '{}', 1, $4, $4)`,
    [sessionId, contactId, flowId, at],
  );
  await db.query(
    `INSERT INTO turns (id, session_id, contact_id, seq, flow_id, flow_version, state_after, input, understanding, events, timings, cost, at)
     VALUES ($1, $2, $3, 1, $4, 1, 'initial', '{}', $7, $6, '{}', '{}', $5)`,
    [randomUUID(), sessionId, contactId, flowId, at, JSON.stringify(events), events.length > 0 ? outOfScope : null],
  );
}

/** Two calls of a model, one of which failed, and two billed messages, one of them of a kind without a price. */
async function spend(): Promise<void> {
  await runtime.db.query(
    `INSERT INTO model_calls (contact_id, purpose, model, outcome, prompt_tokens, completion_tokens, cost_inr, milliseconds)
     SELECT $1, 'turn', 'a-model', outcome, 1, 1, 0.01, 300 FROM unnest('{answered,timeout}'::text[]) outcome`,
    [asha],
  );
  await runtime.db.query(
    `INSERT INTO message_costs (outbox_id, contact_id, category, type, delivered, at)
     SELECT gen_random_uuid(), $1, category, 'regular', true, now() FROM unnest('{service,unheard_of}'::text[]) category`,
    [asha],
  );
}

async function ownAsha(): Promise<void> {
  await runtime.db.query(
    `INSERT INTO users (id, name, email, role) VALUES ('another', 'Another', 'another@lender.test', 'officer')`,
  );
  await runtime.db.query(`UPDATE leads SET assignee_id = 'another' WHERE contact_id = $1`, [asha]);
}
