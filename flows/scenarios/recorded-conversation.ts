import { z } from 'zod';
import { type TurnEvent, turnEvent } from '../schema/events';
import type { LanguageCode } from '../schema/language';
import type { Session } from '../schema/session';
import type { SlotFact, SlotName } from '../schema/slots';
import { type TurnInput, turnInput } from '../schema/turn-input';

/** A turn as it was recorded. `at` is the clock that the engine was given. */
export type RecordedTurn = Readonly<{
  at: string;
  input: TurnInput;
  stateAfter: string;
  events: readonly TurnEvent[];
}>;

/** A conversation as it was recorded, and the session that it began from. */
export type RecordedConversation = Readonly<{
  sessionId: string;
  contactId: string;
  language: LanguageCode;
  timezone: string;
  /** Null where it began at the start of its flow. */
  startState: string | null;
  slots: Readonly<Record<SlotName, SlotFact>>;
  turns: readonly RecordedTurn[];
}>;

/** A turn as it is stored, not looked at yet. */
export type StoredTurn = Readonly<{
  seq: number;
  at: string;
  stateBefore: string | null;
  stateAfter: string;
  input: unknown;
  events: unknown;
}>;

/** Why a session ended that was handed over because its version was replaced: its flow had no part in that. */
export const FLOW_REPLACED = 'flow.replaced';

/**
 * A conversation from its stored turns (oldest first) and the session as it stands after them. `flowStart`: where its
 * flow begins. Null when the record is no whole conversation: turns are missing, are of another release, or the session
 * was moved between them.
 */
export function recordedConversation(
  session: Session,
  stored: readonly StoredTurn[],
  flowStart: string,
): RecordedConversation | null {
  const turns: RecordedTurn[] = [];
  for (const [index, { seq, at, stateBefore, stateAfter, input, events }] of stored.entries()) {
    const read = recorded.safeParse({ input, events });
    const isFirst = index === 0;
    const follows = isFirst ? seq === 1 : seq === index + 1 && stateBefore === stored[index - 1]?.stateAfter;
    if (!read.success || !follows || (read.data.input.type === 'started') !== isFirst) return null;
    if (read.data.events.some((event) => event.type === 'session.ended' && event.reason === FLOW_REPLACED)) break;
    turns.push({ at, stateAfter, ...read.data });
  }
  const [first] = turns;
  if (!first) return null;
  const events = turns.flatMap((turn) => turn.events);
  const start = startOf(first);
  return {
    sessionId: session.id,
    contactId: session.contactId,
    language: firstLanguage(events) ?? session.language,
    timezone: session.timezone,
    startState: start === flowStart ? null : start,
    slots: slotsAtStart(session, events),
    turns,
  };
}

const recorded = z.object({ input: turnInput, events: z.array(turnEvent) });

/** Where the first turn began; null when a rule led away before the start was entered ("stop" as the first word). */
function startOf({ events }: RecordedTurn): string | null {
  const first = events.find(({ type }) => type === 'state.entered' || type === 'rule.matched');
  return first?.type === 'state.entered' ? first.state : null;
}

function firstLanguage(events: readonly TurnEvent[]): LanguageCode | undefined {
  const change = events.find((event) => event.type === 'language.changed');
  return change?.from;
}

/** What was known before the first turn: what no event filled, and what the first event about a slot found there. */
function slotsAtStart(session: Session, events: readonly TurnEvent[]): Record<SlotName, SlotFact> {
  const atStart = new Map(Object.entries(session.slots));
  for (const event of events.toReversed()) {
    if (event.type !== 'slot.filled' && event.type !== 'slot.cleared') continue;
    if (event.previous === null) atStart.delete(event.slot);
    else atStart.set(event.slot, givenFact(event.previous, session.startedAt));
  }
  return Object.fromEntries(atStart);
}

function givenFact(value: SlotFact['value'], at: string): SlotFact {
  const unread = { messageId: null, span: null, language: null, history: [] };
  return { ...unread, value, confidence: 1, source: 'flow', confirmed: false, at };
}
