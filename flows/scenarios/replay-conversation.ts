import { EXAMPLE_UPLOAD_LINK, type TurnEnv } from '../engine/env';
import { runTurn } from '../engine/run-turn';
import { startSession } from '../engine/start-session';
import { textOfContent, textOfIncoming } from '../rendering/text-of-content';
import type { TurnEvent } from '../schema/events';
import type { Flow } from '../schema/flow';
import { type Session, session as sessionSchema } from '../schema/session';
import type { TurnInput } from '../schema/turn-input';
import type { RecordedConversation, RecordedTurn } from './recorded-conversation';

/** What a replay needs beside the flow; what was understood stands in the record. */
export type ReplayWorld = Pick<TurnEnv, 'facts' | 'packs' | 'subflows'>;

/** What one turn did, as an author would tell it. */
export type TurnWay = Readonly<{
  state: string;
  transitions: readonly string[];
  said: readonly string[];
}>;

/** A turn that went another way, or said something else. `seq` counts turns from 1. */
export type TurnDifference = Readonly<{ seq: number; heard: readonly string[]; was: TurnWay; is: TurnWay }>;

export type ReplayResult =
  | Readonly<{ type: 'same' }>
  /** `way`: the first turn that took other states or transitions; null when only words differ. */
  | Readonly<{ type: 'other'; way: TurnDifference | null; said: TurnDifference | null }>
  | Readonly<{ type: 'broken'; reason: string }>;

/**
 * Plays a recorded conversation again on a flow: the same messages with the same understanding, timers and effects at the
 * same times. It stops at the first turn that goes another way, because what the customer would have said then, nobody
 * knows. A record's timer fires although the flow would let it run out at another time.
 */
export function replayConversation(flow: Flow, recorded: RecordedConversation, world: ReplayWorld): ReplayResult {
  const start = recorded.startState ?? flow.start;
  if (!flow.states.some(({ id }) => id === start)) {
    return { type: 'broken', reason: `It began in the state "${start}", which is not there any more.` };
  }
  let session = sessionAtStart(flow, recorded);
  let said: TurnDifference | null = null;
  for (const [index, turn] of recorded.turns.entries()) {
    const played = play(flow, session, turn, world, index + 1);
    const broken = brokenIn(played.events, turn.events);
    if (broken !== null) return { type: 'broken', reason: broken };
    const was = wayOf(turn.events, turn.stateAfter);
    const is = wayOf(played.events, played.session.state);
    const difference = { seq: index + 1, heard: heardIn(turn.input), was, is };
    if (!goesSameWay(turn, played)) return { type: 'other', way: difference, said };
    if (said === null && !isSame(was.said, is.said)) said = difference;
    session = played.session;
  }
  return said === null ? { type: 'same' } : { type: 'other', way: null, said };
}

type Played = Readonly<{ session: Session; events: readonly TurnEvent[] }>;

function sessionAtStart(flow: Flow, recorded: RecordedConversation): Session {
  const { sessionId: id, contactId, language, timezone, startState, slots, turns } = recorded;
  const nowMs = Date.parse(turns[0]?.at ?? '') || 0;
  const begin = { id, contactId, flow, flowVersion: 0, language, timezone, nowMs };
  return { ...startSession(startState === null ? begin : { ...begin, state: startState }), slots: { ...slots } };
}

function play(flow: Flow, session: Session, turn: RecordedTurn, world: ReplayWorld, seq: number): Played {
  const input = inputFor(session, turn.input);
  if (!input) return { session, events: [] };
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `${session.id}-${seq}-${ids}`;
  };
  const env = { ...world, nowMs: Date.parse(turn.at), newId, uploadLink: uploadLinkIn(turn.events) };
  const result = runTurn(flow, session, input, env);
  return { session: sessionSchema.parse(JSON.parse(JSON.stringify(result.session))), events: result.events };
}

/** The link that was said then: each turn has one of its own, and a replay is to say the same. */
function uploadLinkIn(events: readonly TurnEvent[]): string {
  const said = events.flatMap((event) => (event.type === 'message.said' ? [textOfContent(event.content)] : []));
  return said.join('\n').match(/https?:\/\/[^\s/]+\/upload\/[\w-]+/)?.[0] ?? EXAMPLE_UPLOAD_LINK;
}

/** The record's input for this session's own wait; null when the session waits for no such thing, and nothing happens. */
function inputFor({ wait, status }: Session, input: TurnInput): TurnInput | null {
  if (status === 'ended') return null;
  if (input.type === 'timedOut') {
    const isTimed = wait?.type === 'timer' || (wait?.type === 'reply' && wait.deadlineAt !== null);
    return isTimed ? { ...input, waitId: wait.id } : null;
  }
  if (input.type === 'effectSettled') return wait?.type === 'effect' ? { ...input, waitId: wait.id } : null;
  return wait?.type === 'effect' ? null : input;
}

/** A defect that the record does not have, in a sentence. */
function brokenIn(events: readonly TurnEvent[], before: readonly TurnEvent[]): string | null {
  for (const event of events) {
    if (event.type !== 'flow.broken' && event.type !== 'limit.reached') continue;
    if (before.some(({ type }) => type === event.type)) continue;
    return event.type === 'limit.reached'
      ? `It goes round without a wait: ${event.cycle.join(' → ') || event.detail}.`
      : `The flow is broken here (${event.code}): ${event.detail}.`;
  }
  return null;
}

function goesSameWay(turn: RecordedTurn, played: Played): boolean {
  return turn.stateAfter === played.session.state && isSame(stepsOf(turn.events), stepsOf(played.events));
}

/** States, transitions and the end, in the order in which they came. */
function stepsOf(events: readonly TurnEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.type === 'state.entered') return [`state ${event.state}`];
    if (event.type === 'transition.taken') return [`transition ${event.transition}`];
    return event.type === 'session.ended' ? ['end'] : [];
  });
}

function wayOf(events: readonly TurnEvent[], state: string): TurnWay {
  return {
    state,
    transitions: events.flatMap((event) => (event.type === 'transition.taken' ? [event.transition] : [])),
    said: events.flatMap((event) => (event.type === 'message.said' ? [textOfContent(event.content)] : [])),
  };
}

function heardIn(input: TurnInput): string[] {
  const reply = 'reply' in input ? input.reply : null;
  return reply?.messages.map(({ content }) => textOfIncoming(content)) ?? [];
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
