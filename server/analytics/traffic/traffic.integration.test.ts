import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TurnEvent } from '@/flows/schema/events';
import { closeDatabase } from '../../db/client';
import { getPool } from '../../db/pool';
import { seedFlowLibrary } from '../../flows/seed-flow-library';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { readTraffic } from './read-traffic';
import { selectRecentSessions } from './store';

const flowId = 'loan-against-property';
const asked = { flowId, version: 1, days: 7, channel: 'all' } as const;
const nowMs = Date.now();
const HOUR_MS = 3_600_000;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  await seedFlowLibrary();
  // Asha comes to the qualifying questions, is asked again there, and is silent since; Ravi begins and says stop.
  await session({ name: 'Asha', channel: 'whatsapp', status: 'active' }, [
    { hoursAgo: 50, events: [entered('initial')] },
    { hoursAgo: 49, events: [taken('initial:interested', 'initial', 'introduction'), entered('introduction')] },
    { hoursAgo: 48, events: [taken('introduction:interested', 'introduction', 'qualifying'), entered('qualifying')] },
    { hoursAgo: 47, events: [entered('qualifying')] },
    { hoursAgo: 46, events: [] },
  ]);
  await session({ name: 'Ravi', channel: 'simulator', status: 'ended' }, [
    { hoursAgo: 5, events: [entered('initial')] },
    { hoursAgo: 2, events: [taken('initial:interested', 'initial', 'introduction'), entered('introduction')] },
    { hoursAgo: 1, events: [taken('introduction:interested', 'introduction', 'qualifying'), entered('qualifying')] },
    { hoursAgo: 1, events: [taken('introduction:interested', 'introduction', 'qualifying'), entered('opted_out')] },
  ]);
  // Meena was moved to the next version, a timer will wake Kiran, Farah was handed over, and Old was here before these days.
  await session({ name: 'Meena', channel: 'whatsapp', status: 'active', version: 2 }, [
    { hoursAgo: 60, events: [entered('initial')] },
    { hoursAgo: 59, events: [entered('closing')], version: 2 },
  ]);
  await session({ name: 'Kiran', channel: 'whatsapp', status: 'active', waitType: 'timer' }, [
    { hoursAgo: 70, events: [entered('initial')] },
  ]);
  await session({ name: 'Farah', channel: 'whatsapp', status: 'ended' }, [
    { hoursAgo: 80, events: [entered('closing')] },
    { hoursAgo: 79, events: [{ type: 'session.ended', state: 'closing', reason: 'flow.replaced' }] },
  ]);
  await session({ name: 'Old', channel: 'whatsapp', status: 'active' }, [
    { hoursAgo: 24 * 8, events: [entered('initial')] },
  ]);
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

test('sessions are counted once each, in one version and the days asked for', async () => {
  const { sessions, states, transitions } = await readTraffic(asked);
  expect(sessions).toBe(5);
  expect(trafficOf(states)).toEqual({
    initial: { sessions: 4, visits: 4, medianSeconds: 2 * 3600, endedHere: 0 },
    introduction: { sessions: 2, visits: 2, medianSeconds: 3600, endedHere: 0 },
    qualifying: { sessions: 2, visits: 3, medianSeconds: 0, endedHere: 1 },
    opted_out: { sessions: 1, visits: 1, medianSeconds: null, endedHere: 1 },
    closing: { sessions: 1, visits: 1, medianSeconds: null, endedHere: 0 },
  });
  expect(transitions).toEqual([
    { transition: 'initial:interested', sessions: 2, times: 2 },
    { transition: 'introduction:interested', sessions: 2, times: 3 },
  ]);
});

test('one channel alone, and a draft that nobody was in', async () => {
  expect(trafficOf((await readTraffic({ ...asked, channel: 'simulator' })).states)).toMatchObject({
    initial: { sessions: 1, medianSeconds: 3 * 3600 },
    opted_out: { endedHere: 1 },
  });
  expect(await readTraffic({ ...asked, version: 0 })).toEqual({ sessions: 0, states: [], transitions: [] });
  await expect(readTraffic({ ...asked, version: 7 })).rejects.toMatchObject({ code: 'record.notFound' });
});

test('what a called flow did is not counted as this flow’s', async () => {
  await session({ name: 'Caller', channel: 'whatsapp', status: 'active', flowId: 'collect-address' }, [
    { hoursAgo: 3, events: [entered('elsewhere'), taken('a:b', 'a', 'elsewhere')], flowId: 'collect-address' },
  ]);
  expect(await readTraffic({ ...asked, flowId: 'collect-address' })).toEqual({
    sessions: 1,
    states: [],
    transitions: [],
  });
});

test('who took a transition or was in a state comes newest first, each once', async () => {
  const names = async (of: { transition?: string; state?: string; limit?: number }) =>
    (await selectRecentSessions({ ...asked, limit: 50, ...of })).map(({ contactName }) => contactName);
  expect(await names({ transition: 'introduction:interested' })).toEqual(['Ravi', 'Asha']);
  expect(await names({ transition: 'introduction:interested', limit: 1 })).toEqual(['Ravi']);
  expect(await names({ state: 'initial' })).toEqual(['Ravi', 'Asha', 'Meena', 'Kiran']);
  expect(await names({ state: 'closing' })).toEqual(['Farah']);
  expect(await names({ transition: '"}]' })).toEqual([]);
});

function trafficOf(states: Awaited<ReturnType<typeof readTraffic>>['states']) {
  return Object.fromEntries(states.map(({ state, ...figures }) => [state, figures]));
}

function entered(state: string): TurnEvent {
  return { type: 'state.entered', state, visit: 1 };
}

function taken(transition: string, from: string, to: string): TurnEvent {
  return { type: 'transition.taken', transition, from, outcome: 'family:interested', to };
}

type Person = {
  readonly name: string;
  readonly channel: 'whatsapp' | 'simulator';
  readonly status: 'active' | 'ended';
  readonly version?: number;
  readonly waitType?: string;
  readonly flowId?: string;
};
type Taken = {
  readonly hoursAgo: number;
  readonly events: readonly TurnEvent[];
  readonly version?: number;
  readonly flowId?: string;
};

async function session(person: Person, turns: readonly Taken[]): Promise<void> {
  const [contactId, sessionId] = [randomUUID(), randomUUID()];
  await getPool().query(
    `INSERT INTO contacts (id, channel, bsuid, name, language, timezone) VALUES ($1, $2, $3, $4, 'en', 'Asia/Kolkata')`,
    [contactId, person.channel, contactId, person.name],
  );
  await getPool().query(
    `INSERT INTO flow_sessions (id, contact_id, flow_id, flow_version, status, state_id, wait_type, state, version, started_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, 'initial', $6, '{}', 1, now(), now())`,
    [sessionId, contactId, person.flowId ?? flowId, person.version ?? 1, person.status, person.waitType ?? 'reply'],
  );
  let state = 'initial';
  for (const [index, turn] of turns.entries()) {
    for (const event of turn.events) if (event.type === 'state.entered') state = event.state;
    await getPool().query(
      `INSERT INTO turns (id, session_id, contact_id, seq, flow_id, flow_version, state_before, state_after, input, events, timings, cost, at)
       VALUES ($1, $2, $3, $4, $5, $6, NULL, $7, '{}', $8, '{}', '{}', $9)`,
      [
        randomUUID(),
        sessionId,
        contactId,
        index + 1,
        turn.flowId ?? flowId,
        turn.version ?? 1,
        state,
        JSON.stringify(turn.events),
        new Date(nowMs - turn.hoursAgo * HOUR_MS),
      ],
    );
  }
}
