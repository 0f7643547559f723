import { Temporal } from 'temporal-polyfill';
import type { Bubble } from '@/flows/engine/bubbles';
import { toPhoneMessage } from '@/flows/rendering/phone-message';
import { renderMessages } from '@/flows/rendering/render-messages';
import { Conversation, type ConversationTurn, dueMsOf, type World } from '@/flows/scenarios/conversation';
import { tapOf } from '@/flows/scenarios/play-step';
import type { Flow } from '@/flows/schema/flow';
import type { IncomingContent } from '@/flows/schema/message';
import type { Session, Wait } from '@/flows/schema/session';
import type { Play, PlayedBubble, PlayedTurn, PlayedWait, SaidPart, TryClock } from './play';
import type { SendFailure, Tryout, TryStart, TryStep } from './tryout';

/** Plays a try-out on a flow from its beginning: the same words, taps and times always come to the same. */
export function playTryout(flow: Flow, { start, steps }: Tryout, world: World): Play {
  const conversation = begun(flow, start, world);
  const turns = start.startedBy === 'business' ? [playedTurn(conversation.begin(), -1, 0)] : [];
  let failure: SendFailure | null = null;
  for (const [index, step] of steps.entries()) {
    if (step.type === 'sendFails') failure = step.code;
    for (const [nth, taken] of takeStep(conversation, step).entries()) {
      const turn = playedTurn(taken, index, nth);
      turns.push(failure === null ? turn : { ...turn, bubbles: withFailure(turn.bubbles, failure) });
      if (turn.bubbles.length > 0) failure = null;
    }
  }
  return { turns, clock: clockAt(conversation.clockMs, conversation.current) };
}

function begun(flow: Flow, { state, slots, language, now, timezone }: TryStart, world: World): Conversation {
  const startAt = { state: state ?? flow.start, slots };
  return new Conversation({ flow, language, timezone, nowMs: Date.parse(now), startAt }, world);
}

function takeStep(conversation: Conversation, step: TryStep): readonly ConversationTurn[] {
  switch (step.type) {
    case 'said':
      return [
        conversation.hear(
          step.texts.map((text) => ({ type: 'text', text })),
          step.understoodAs,
        ),
      ];
    case 'tapped':
      return [conversation.hear([tapped(step, conversation)])];
    case 'passed':
      return conversation.pass(step.seconds * 1_000);
    case 'settled':
      return [conversation.settle(step.result)];
    case 'sendFails':
      return [];
    default:
      return step satisfies never;
  }
}

/** What is not offered any more keeps the title that it was tapped with. */
function tapped({ id, title }: Extract<TryStep, { type: 'tapped' }>, conversation: Conversation): IncomingContent {
  const offered = tapOf(id, conversation);
  return offered.title === id ? { type: 'choice', id: offered.id, title } : offered;
}

function playedTurn({ reply, events, bubbles, session }: ConversationTurn, step: number, nth: number): PlayedTurn {
  return {
    step,
    nth,
    at: session.updatedAt,
    understanding: reply?.understanding ?? null,
    bubbles: drawn(bubbles, events),
    events,
    state: session.state,
    hasEnded: session.status === 'ended',
    language: session.language,
    wait: session.wait ? waitOf(session.wait) : null,
    slots: Object.fromEntries(Object.entries(session.slots).map(([slot, { value }]) => [slot, value])),
    clock: clockAt(Date.parse(session.updatedAt), session),
  };
}

/** The texts of a bubble are said in the order of the events, and so are the bubbles. */
function drawn(bubbles: readonly Bubble[], events: readonly PlayedTurn['events'][number][]): PlayedBubble[] {
  const said = events.flatMap((event): SaidPart[] =>
    event.type === 'message.said' ? [{ textKey: event.textKey, state: event.state, language: event.language }] : [],
  );
  return bubbles.map(({ content, textKeys }) => ({
    messages: renderMessages(content).flatMap((payload) => toPhoneMessage(payload) ?? []),
    parts: said.splice(0, textKeys.length),
    failure: null,
  }));
}

function withFailure([first, ...others]: readonly PlayedBubble[], failure: SendFailure): readonly PlayedBubble[] {
  return first ? [{ ...first, failure }, ...others] : [];
}

function waitOf(wait: Wait): PlayedWait {
  if (wait.type === 'effect') return { type: 'effect', effect: wait.effect };
  return { type: wait.type, dueAt: wait.type === 'timer' ? wait.until : wait.deadlineAt };
}

/** Mornings begin when people expect a message of a business. */
const MORNING = Temporal.PlainTime.from('09:00');

function clockAt(nowMs: number, { timezone, wait }: Session): TryClock {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timezone);
  const today = now.withPlainTime(MORNING);
  const morning = Temporal.ZonedDateTime.compare(now, today) < 0 ? today : today.add({ days: 1 });
  const dueMs = dueMsOf(wait);
  return {
    now: new Date(nowMs).toISOString(),
    secondsToMorning: secondsUntil(morning.epochMilliseconds, nowMs),
    secondsToTimer: dueMs === null ? null : secondsUntil(dueMs, nowMs),
  };
}

/** Rounded up, so that what is waited for has come. */
function secondsUntil(dueMs: number, nowMs: number): number {
  return Math.max(1, Math.ceil((dueMs - nowMs) / 1_000));
}
