import os from 'node:os';
import { assign, createActor, createMachine, initialTransition, transition } from 'xstate';
import { EXAMPLE_UPLOAD_LINK } from '@/flows/engine/env';
import { runTurn } from '@/flows/engine/run-turn';
import { startSession } from '@/flows/engine/start-session';
import { makeReply } from '@/flows/engine/testdata/make-reply';
import type { Flow } from '@/flows/schema/flow';
import { type Intent, intentFamilies } from '@/flows/schema/intents';
import type { SlotName, SlotValue } from '@/flows/schema/slots';
import type { Reply } from '@/flows/schema/turn-input';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { readFlowLibrary } from '../../flows/flow-library';

/**
 * Turns a second of the pure engine on the shipped flow, texts rendered, beside XState walking the same states along
 * the same families, in one process: by its pure `transition()` and by an actor's `send`.
 */

const NOW_MS = Date.parse('2026-11-23T10:00:00+05:30');
const SECONDS_EACH = 3;

type Line = Readonly<{ intent: Intent; slots: Readonly<Record<SlotName, SlotValue>> }>;

/** One conversation through all ten states of the shipped flow. */
const walk: readonly Line[] = [
  { intent: 'interested', slots: {} },
  { intent: 'inform', slots: { property_type: 'house', property_location: 'Bengaluru', property_value: 15_000_000 } },
  { intent: 'inform', slots: { loan_amount_needed: 8_000_000, loan_purpose: 'business' } },
  { intent: 'affirm', slots: {} },
  { intent: 'objection_cost', slots: {} },
  { intent: 'affirm', slots: { tenure_months: 120 } },
  { intent: 'follow_up_later', slots: {} },
  { intent: 'interested', slots: {} },
  { intent: 'not_interested', slots: {} },
  { intent: 'interested', slots: {} },
  { intent: 'inform', slots: {} },
  { intent: 'inform', slots: {} },
  { intent: 'affirm', slots: {} },
  { intent: 'affirm', slots: {} },
  { intent: 'affirm', slots: {} },
];

async function bench(): Promise<void> {
  const flow = (await readFlowLibrary()).find((item) => item.id === 'loan-against-property');
  if (!flow) throw new Error('The shipped flow is not in the library.');
  const visited = visitedStates(flow);
  const turns = perSecond(() => walkEngine(flow));
  const machine = machineOf(flow);
  const pure = perSecond(() => walkTransition(machine));
  const actor = perSecond(() => walkActor(machine));
  const figures = {
    turnsPerSecond: turns,
    xstateTransitionsPerSecond: pure,
    xstateActorPerSecond: actor,
    states: visited.size,
    cores: os.cpus().length,
    node: process.version,
  };
  console.log(`states visited            ${[...visited].join(' ')}`);
  console.log(`engine, turns/s           ${turns.toLocaleString('en-IN')}`);
  console.log(`XState transition()/s     ${pure.toLocaleString('en-IN')}  (engine is ${(turns / pure).toFixed(2)}×)`);
  console.log(`XState actor send/s       ${actor.toLocaleString('en-IN')}  (engine is ${(turns / actor).toFixed(2)}×)`);
  console.log(JSON.stringify(figures));
}

/** Steps a second: as many whole walks as fit into the time, after one second of warming up. */
function perSecond(walkOnce: () => number): number {
  run(walkOnce, 1);
  const { steps, seconds } = run(walkOnce, SECONDS_EACH);
  return Math.round(steps / seconds);
}

function run(walkOnce: () => number, seconds: number): { steps: number; seconds: number } {
  const begin = performance.now();
  let steps = 0;
  let elapsed = 0;
  while (elapsed < seconds * 1000) {
    for (let round = 0; round < 50; round += 1) steps += walkOnce();
    elapsed = performance.now() - begin;
  }
  return { steps, seconds: elapsed / 1000 };
}

const replies: readonly Reply[] = walk.map((line, index) => makeReply({ ...line, messageId: `m${index}` }));
let ids = 0;
const env = {
  nowMs: NOW_MS,
  newId: () => {
    ids += 1;
    return `w${ids}`;
  },
  facts: defaultProductFacts,
  packs: languages,
  subflows: {},
  uploadLink: EXAMPLE_UPLOAD_LINK,
};

function walkEngine(flow: Flow, onState: (state: string) => void = () => {}): number {
  let session = startSession({
    id: 'session-1',
    contactId: 'contact-1',
    flow,
    flowVersion: 1,
    language: 'en',
    timezone: 'Asia/Kolkata',
    nowMs: NOW_MS,
  });
  for (const [index, reply] of replies.entries()) {
    const input =
      index === 0 ? { type: 'started' as const, by: 'contact' as const, reply } : { type: 'replied' as const, reply };
    const result = runTurn(flow, session, input, env);
    session = result.session;
    for (const event of result.events) if (event.type === 'state.entered') onState(event.state);
  }
  return replies.length;
}

function visitedStates(flow: Flow): Set<string> {
  const resting = new Set(flow.states.filter((state) => state.type === 'converse').map((state) => state.id));
  const visited = new Set<string>();
  walkEngine(flow, (state) => {
    if (resting.has(state)) visited.add(state);
  });
  return visited;
}

type Said = Readonly<{ type: string; slots: Readonly<Record<SlotName, SlotValue>> }>;

/** The resting states of the flow and their transitions by family, straight to the next resting state. */
function machineOf(flow: Flow) {
  const resting = new Set(flow.states.filter((state) => state.type === 'converse').map((state) => state.id));
  const keep = assign(({ context, event }: { context: Record<string, unknown>; event: Said }) => ({
    ...context,
    ...event.slots,
  }));
  const states = Object.fromEntries(
    [...resting].map((id) => {
      const own = flow.transitions.filter((item) => item.from === id && item.outcome.startsWith('family:'));
      const on = own.map((item) => [
        item.outcome.slice('family:'.length),
        { target: restAfter(item.to, flow, resting, id), actions: keep },
      ]);
      return [id, { on: Object.fromEntries(on) }];
    }),
  );
  return createMachine({ initial: 'initial', context: {}, states, types: {} as const });
}

function restAfter(to: string, flow: Flow, resting: ReadonlySet<string>, from: string): string {
  let at = to;
  for (let hops = 0; hops < 20 && !resting.has(at); hops += 1) {
    at = flow.transitions.find((item) => item.from === at && item.to !== '@back')?.to ?? from;
  }
  return resting.has(at) ? at : from;
}

const saidByCustomer: readonly Said[] = walk.map(({ intent, slots }) => ({ type: intentFamilies[intent], slots }));

function walkTransition(machine: ReturnType<typeof machineOf>): number {
  let [snapshot] = initialTransition(machine);
  for (const event of saidByCustomer) [snapshot] = transition(machine, snapshot, event);
  return saidByCustomer.length;
}

function walkActor(machine: ReturnType<typeof machineOf>): number {
  const actor = createActor(machine).start();
  for (const event of saidByCustomer) actor.send(event);
  actor.stop();
  return saidByCustomer.length;
}

await bench();
