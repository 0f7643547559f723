import { choiceIn } from '@/flows/engine/choice-in';
import { readReply } from '@/flows/engine/read-reply';
import type { Session, Wait } from '@/flows/schema/session';
import type { SlotName } from '@/flows/schema/slots';
import type { Reply } from '@/flows/schema/turn-input';
import { wordsOf } from '@/flows/schema/words-of';
import { embeddedReader } from '../../understanding/understand-turn';
import { setAside } from '../compose-commit';
import { incomingMessages } from '../incoming-messages';
import type { Claim } from '../queue/store';
import type { TurnCommit } from '../turn-commit';
import type { MessageEntry, TurnWork, TurnWorld } from '../turn-work';
import { timeOfChoice } from './call-choices';
import { answersFlow, hasPromise, type PromiseWorld, promiseNamed } from './promise-call';

/**
 * What a message changes that only says when the officer shall call: the promise that was made, and nothing of the conversation,
 * whose question is still to be answered. Undefined for every other message: it takes a turn.
 */
export function answerToPromise(
  claim: Claim,
  work: TurnWork,
  world: PromiseWorld & Pick<TurnWorld, 'nowMs' | 'render'>,
  session: Session,
  entries: readonly MessageEntry[],
): TurnCommit | undefined {
  if (work.contact.optedOutAt !== null || !hasPromise(work.contact)) return;
  const nowMs = world.nowMs();
  const named = tappedTime(entries, nowMs) ?? writtenTime(entries, session, nowMs);
  if (!named) return;
  const { at, words } = promiseNamed(named.atMs, { session, nowMs }, world);
  const aside = { claim, work, world, entries, reply: named.reply, words } as const;
  return { ...setAside({ ...aside, status: 'handled', reason: 'call.named' }), promisedAt: at, cancelsFollowUps: true };
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
  const { expects = [], choices = [] } = session.wait?.type === 'reply' ? session.wait : {};
  if (entries.some(({ payload }) => choiceIn(payload.content, choices) !== null)) return;
  const messages = incomingMessages(entries);
  if (isAnswer(expects, readReply(messages, session, embeddedReader(), nowMs))) return;
  const reply = readReply(messages, { ...session, wait: askedForCall }, embeddedReader(), nowMs);
  const text = entries.map(({ payload }) => wordsOf(payload.content)).join(' ');
  return isOnlyTime(reply, text) ? atOf(reply) : undefined;
}

const askedForCall: Wait = { type: 'reply', id: 'call', expects: ['callback_at'], choices: [], deadlineAt: null };

/** What answers the question that is open is for the flow; how soon the loan is needed is answered with a time too. */
function isAnswer(expects: readonly SlotName[], reply: Reply): boolean {
  if (expects.includes('urgency') || answersFlow(expects, reply)) return true;
  return expects.some((slot) => reply.understanding.slots[slot] !== undefined);
}

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
