import { readReply } from '@/flows/engine/read-reply';
import type { Session } from '@/flows/schema/session';
import type { Reply } from '@/flows/schema/turn-input';
import { wordsOf } from '@/flows/schema/words-of';
import { embeddedReader } from '../../understanding/understand-turn';
import { setAside } from '../compose-commit';
import type { Claim } from '../queue/store';
import type { TurnCommit } from '../turn-commit';
import type { MessageEntry, TurnWork, TurnWorld } from '../turn-work';
import { timeOfChoice } from './call-choices';
import { hasPromise, promiseNamed } from './promise-call';

/**
 * What a message changes that only says when the officer shall call: the promise that was made, and nothing of the conversation,
 * whose question is still to be answered. Undefined for every other message: it takes a turn.
 */
export function answerToPromise(
  claim: Claim,
  work: TurnWork,
  world: TurnWorld,
  session: Session,
  entries: readonly MessageEntry[],
): TurnCommit | undefined {
  if (work.contact.optedOutAt !== null || !hasPromise(work.contact)) return;
  const nowMs = world.nowMs();
  const named = tappedTime(entries, nowMs) ?? writtenTime(entries, session, nowMs);
  if (!named) return;
  const { at, words } = promiseNamed(named.atMs, { session, nowMs }, world);
  const aside = { claim, work, world, entries, reply: named.reply, words } as const;
  return { ...setAside({ ...aside, status: 'handled', reason: 'call.named' }), promisedAt: at };
}

type NamedTime = { readonly atMs: number; readonly reply: Reply | null };

/** Who taps a time that is over has waited for us in vain: what they say then is for the flow. */
function tappedTime(entries: readonly MessageEntry[], nowMs: number): NamedTime | undefined {
  const tapped = entries.map(({ payload: { content } }) =>
    content.type === 'choice' ? timeOfChoice(content.id) : undefined,
  );
  const atMs = tapped.includes(undefined) ? undefined : tapped.at(-1);
  return atMs !== undefined && atMs > nowMs ? { atMs, reply: null } : undefined;
}

function writtenTime(entries: readonly MessageEntry[], session: Session, nowMs: number): NamedTime | undefined {
  const { language, timezone, wait } = session;
  const expects = wait?.type === 'reply' ? wait.expects : [];
  if (expects.some((slot) => asksForTime.has(slot))) return;
  const asked = { type: 'reply', id: 'call', expects: ['callback_at'], choices: [], deadlineAt: null } as const;
  const messages = entries.map(({ payload, occurredAt: at }) => ({
    id: payload.messageId,
    at,
    content: payload.content,
  }));
  const place = { language, timezone, wait: { ...asked, expects: [...asked.expects], choices: [] } };
  const reply = readReply(messages, place, embeddedReader(), nowMs);
  const text = entries.map(({ payload }) => wordsOf(payload.content)).join(' ');
  return isOnlyTime(reply, text) ? atOf(reply) : undefined;
}

/** Where the flow itself asks when, what is said answers the flow. */
const asksForTime: ReadonlySet<string> = new Set(['callback_at', 'urgency']);

const timeIntents: ReadonlySet<string> = new Set(['inform', 'follow_up_later', 'affirm', 'talk_to_human']);

/** A text that is longer says something else too. */
const LONGEST = 40;
/** What a time with an hour is read with; without one ("on the 1st") it may be about anything. */
const WITH_HOUR = 0.9;

function isOnlyTime({ understanding: { intent, slots, sensitive } }: Reply, text: string): boolean {
  const named = slots.callback_at;
  if (!named?.span || Object.keys(slots).length > 1 || sensitive.length > 0) return false;
  if (!timeIntents.has(intent) || text.includes('?')) return false;
  return named.span.text.length * 2 >= text.length || (named.confidence >= WITH_HOUR && text.length <= LONGEST);
}

function atOf(reply: Reply): NamedTime | undefined {
  const atMs = Date.parse(String(reply.understanding.slots.callback_at?.value));
  return Number.isNaN(atMs) ? undefined : { atMs, reply };
}
