import { answersFreely } from '@/flows/engine/answers-freely';
import { runTurn } from '@/flows/engine/run-turn';
import { startSession } from '@/flows/engine/start-session';
import type { TurnEvent } from '@/flows/schema/events';
import type { Flow } from '@/flows/schema/flow';
import type { IncomingMessage } from '@/flows/schema/message';
import type { Session } from '@/flows/schema/session';
import type { SlotFact } from '@/flows/schema/slots';
import type { TurnInput } from '@/flows/schema/turn-input';
import { reopens } from '../consent/opt-out';
import type { TurnReading } from '../understanding/turn-reader';
import { asAnswerToFirstWords } from './answer-to-first-words';
import { composeCommit, putOff, setAside } from './compose-commit';
import type { TurnTimings } from './conversation-view';
import { derivedId } from './ids';
import { incomingMessages } from './incoming-messages';
import { leaveToOfficer, readForOfficer } from './leave-to-officer';
import { answerToPromise } from './promise-call/answer-to-promise';
import type { Claim } from './queue/store';
import { leadingMessages } from './ready-work';
import { sessionFromCampaign } from './session-from-campaign';
import type { TurnCommit } from './turn-commit';
import type { MessageEntry, StartEntry, StoredSession, TurnRun, TurnWork, TurnWorld } from './turn-work';
import { putOffUntilMs } from './wake-time';
import { setWordlessAside, wordlessAnswer, wordsBefore } from './wordless';

/**
 * Takes the turn of a claimed contact: what it has sent, a conversation that we begin, or a wait that has run out. Performs
 * the effects that the flow asks for and writes nothing: the result is committed as one. Undefined when there is nothing
 * to do. Throws only for bugs of ours, and for a flow that is not there.
 */
export async function takeTurn(claim: Claim, work: TurnWork, world: TurnWorld): Promise<TurnCommit | undefined> {
  if (work.contact.handover === 'taken') return takeForOfficer(claim, work, world);
  const first = work.entries[0];
  if (!first) return takeTimer(claim, work, world);
  if (first.kind === 'start') return takeStart(claim, work, world, first);
  return takeMessages(claim, work, world, leadingMessages(work));
}

/** While an officer has the conversation nothing is said; but who asks us to stop is heard, and told so. */
async function takeForOfficer(claim: Claim, work: TurnWork, world: TurnWorld): Promise<TurnCommit | undefined> {
  const entries = leadingMessages(work);
  const reply = readForOfficer(work, entries, world.nowMs());
  if (reply?.understanding.intent === 'opt_out' && work.contact.optedOutAt === null) {
    const commit = await takeMessages(claim, work, world, entries);
    if (commit.contact.optOut === 'optedOut') return commit;
  }
  return leaveToOfficer(claim, work, world, reply);
}

async function takeMessages(
  claim: Claim,
  work: TurnWork,
  world: TurnWorld,
  entries: readonly MessageEntry[],
): Promise<TurnCommit> {
  const beganMs = world.nowMs();
  const entered = await sessionFromCampaign(work, world, beganMs);
  const stored = entered ?? work.session ?? (await freshSession(work, world, beganMs));
  const begins = stored.state.turn === 0;
  const wordless = wordlessAnswer(entries.map(({ payload }) => payload.content));
  if (wordless === 'nothing' || (wordless !== undefined && !begins)) {
    return setWordlessAside(claim, work, world, stored, entries, wordless);
  }
  const call = answerToPromise(claim, work, world, stored.state, entries);
  if (call) return call;
  const clock = performance.now();
  const messages = incomingMessages(entries);
  const reading = asAnswerToFirstWords(await read(world, work.contact.id, messages, stored.state, beganMs), work);
  const { reply } = reading;
  const understandMs = performance.now() - clock;
  const { intent } = reply.understanding;
  if (work.contact.optedOutAt !== null && !reopens(intent)) {
    const aside = { claim, work, world, entries, reply, words: [] };
    return setAside({ ...aside, status: 'ignored', reason: 'contact.optedOut' });
  }
  const input: TurnInput = begins ? { type: 'started', by: 'contact', reply } : { type: 'replied', reply };
  const last = Math.max(...entries.map((entry) => Date.parse(entry.receivedAt)));
  const runs = await run(work, world, stored.state, input, { waitedMs: beganMs - last, understandMs });
  const before = wordsBefore(wordless, stored, world);
  const replacedSessionId = entered ? (work.session?.state.id ?? null) : null;
  return composeCommit({ ...common(claim, work, world), stored, runs, entries, reading, before, replacedSessionId });
}

/** What most turns have in common. */
function common(claim: Claim, work: TurnWork, world: TurnWorld) {
  return { claim, work, world, reading: null, before: [], replacedSessionId: null };
}

async function read(
  world: TurnWorld,
  contactId: string,
  messages: readonly IncomingMessage[],
  session: Session,
  nowMs: number,
): Promise<TurnReading> {
  const flow = await requireFlow(world, session.flowId, session.flowVersion);
  const mayReply = answersFreely(flow, session, world.subflows);
  return world.understand({ contactId, messages, session, mayReply, nowMs });
}

async function takeStart(claim: Claim, work: TurnWork, world: TurnWorld, entry: StartEntry): Promise<TurnCommit> {
  const { flowId, flowVersion, state, language, slots, continues } = entry.payload;
  const nowMs = world.nowMs();
  const flow = await requireFlow(world, flowId, flowVersion);
  const { id: contactId, timezone } = work.contact;
  // The same entry begins the same session, however often its turn is tried.
  const id = derivedId('session', entry.id);
  const begin = { id, contactId, flow, flowVersion, language, timezone, nowMs, ...(state ? { state } : {}) };
  const facts = Object.entries(slots).map(([slot, value]): [string, SlotFact] => [slot, givenFact(value, nowMs)]);
  const fresh = { ...startSession(begin), slots: Object.fromEntries(facts) };
  const stored = newSession(continues === true ? goneOnWith(fresh, work.session?.state) : fresh);
  const waitedMs = nowMs - Date.parse(entry.receivedAt);
  const input: TurnInput = { type: 'started', by: 'business', reply: null };
  const runs = await run(work, world, stored.state, input, { waitedMs, understandMs: 0 });
  const replacedSessionId = work.session?.state.id ?? null;
  return composeCommit({ ...common(claim, work, world), stored, runs, entries: [entry], replacedSessionId });
}

async function takeTimer(claim: Claim, work: TurnWork, world: TurnWorld): Promise<TurnCommit | undefined> {
  const { session } = work;
  const wait = session?.state.wait;
  if (!session || !wait || wait.type === 'effect') return;
  const { wakeAt } = session;
  if (wakeAt === null || Date.parse(wakeAt) > world.nowMs()) return;
  const place = { channel: work.contact.channel, outreach: world.outreach, nowMs: world.nowMs() };
  const laterMs = putOffUntilMs(session.state, place);
  if (laterMs !== null) return putOff(claim, work, world, session, new Date(laterMs).toISOString());
  const waited = { waitedMs: world.nowMs() - Date.parse(wakeAt), understandMs: 0 };
  const runs = await run(work, world, session.state, { type: 'timedOut', waitId: wait.id }, waited);
  return composeCommit({ ...common(claim, work, world), stored: session, runs, entries: [] });
}

/** A session for a contact who has none: on the flow of their last one, in the version that is active now. */
async function freshSession(work: TurnWork, world: TurnWorld, nowMs: number): Promise<StoredSession> {
  const flowId = work.lastFlow?.flowId ?? world.defaultFlowId;
  const isDraft = work.lastFlow?.flowVersion === 0;
  const flowVersion = isDraft ? 0 : (world.activeFlows.get(flowId)?.version ?? work.lastFlow?.flowVersion ?? 0);
  const flow = await requireFlow(world, flowId, flowVersion);
  const { id: contactId, language, timezone } = work.contact;
  const id = derivedId('session', work.entries[0]?.id ?? contactId);
  return newSession(startSession({ id, contactId, flow, flowVersion, language, timezone, nowMs }));
}

/** A new session that knows what the one before did: who is given back by an officer is no stranger. */
function goneOnWith(fresh: Session, before: Session | undefined): Session {
  if (!before) return fresh;
  const { language, slots, visits, said, consents, interest } = before;
  return { ...fresh, language, slots, visits, said, consents, interest };
}

function newSession(state: Session): StoredSession {
  return { state, version: 0, wakeAt: null };
}

async function requireFlow(world: TurnWorld, flowId: string, version: number): Promise<Flow> {
  const flow = await world.readFlow(flowId, version);
  if (!flow) throw new Error(`There is no flow ${flowId} in version ${version}.`);
  return flow;
}

function givenFact(value: SlotFact['value'], nowMs: number): SlotFact {
  const unread = { messageId: null, span: null, language: null, history: [] };
  return { ...unread, value, confidence: 1, source: 'flow', confirmed: false, at: new Date(nowMs).toISOString() };
}

/** More effects in a row than any sensible flow asks for. */
const MOST_EFFECTS = 10;

/** Runs the engine until it waits for a person or a clock. Each outside call ends one run and begins the next. */
async function run(
  work: TurnWork,
  world: TurnWorld,
  start: Session,
  firstInput: TurnInput,
  before: Pick<TurnTimings, 'waitedMs' | 'understandMs'>,
): Promise<readonly TurnRun[]> {
  const flow = await requireFlow(world, start.flowId, start.flowVersion);
  let last = runOnce(flow, world, start, firstInput, { ...before, effectsMs: 0 });
  const runs = [last];
  while (last.session.wait?.type === 'effect' && runs.length <= MOST_EFFECTS) {
    const { id: waitId, effect } = last.session.wait;
    const clock = performance.now();
    const result = await world.performEffect(effect, derivedId(work.contact.id, waitId, JSON.stringify(effect)));
    const timings = { waitedMs: 0, understandMs: 0, effectsMs: performance.now() - clock };
    last = runOnce(flow, world, last.session, { type: 'effectSettled', waitId, result }, timings);
    runs.push(last);
  }
  return last.session.wait?.type === 'effect' ? [...runs.slice(0, -1), stopCalling(last)] : runs;
}

/** A flow that makes calls without end is stopped where it is, and the customer can speak on. */
function stopCalling(last: TurnRun): TurnRun {
  const wait = { type: 'reply' as const, id: `${last.id}-stop`, expects: [], choices: [], deadlineAt: null };
  const detail = `More than ${MOST_EFFECTS} calls without a word to the customer.`;
  const event: TurnEvent = { type: 'flow.broken', code: 'effect.tooMany', detail };
  return { ...last, session: { ...last.session, wait }, events: [...last.events, event] };
}

function runOnce(
  flow: Flow,
  world: TurnWorld,
  before: Session,
  input: TurnInput,
  timings: Omit<TurnTimings, 'runMs'>,
): TurnRun {
  const nowMs = world.nowMs();
  const id = derivedId('turn', before.id, before.turn + 1);
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `${id}-${ids}`;
  };
  const clock = performance.now();
  const { facts, packs, subflows } = world;
  const upload = world.uploadLink(id);
  const env = { nowMs, newId, facts, packs, subflows, uploadLink: upload.url };
  const { session, events } = runTurn(flow, before, input, env);
  const took = { ...timings, runMs: performance.now() - clock };
  return { id, before, input, session, events, upload, timings: took, nowMs };
}
