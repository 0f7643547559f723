import { choiceIn } from '@/flows/engine/choice-in';
import type { Choice } from '@/flows/schema/message';
import { customerSlots, type SlotName } from '@/flows/schema/slots';
import type { Reply, TurnInput } from '@/flows/schema/turn-input';
import { firstKnown } from '../../followups/words/known-facts';
import { OFFICE_TIMEZONE, type OfficeTime } from '../../handovers/office-time';
import { nextAllowed } from '../../outreach/allowed-hours';
import { runtimeWords, type SpokenEvent } from '../compose-said';
import type { HandoverRow } from '../turn-commit';
import type { TurnRun, TurnWorld, WorkContact } from '../turn-work';
import { type CallPlace, callChoices, timeOfChoice } from './call-choices';

/** When an officer calls who was asked for while the office is closed, and how the customer is told. */
export type Promised = { readonly at: string; readonly words: readonly SpokenEvent[] };

/** What promising needs of the world. */
export type PromiseWorld = Pick<TurnWorld, 'office' | 'packs' | 'facts'>;

/**
 * The promise that a turn makes to who asks for an officer at night: the time they named, or else the next opening, with other
 * times to choose from. Null when somebody is there, or when they were told before. Simulated customers have no night.
 */
export function promiseCall(
  handovers: readonly HandoverRow[],
  { session, nowMs }: Pick<TurnRun, 'session' | 'nowMs'>,
  { channel, handover }: Pick<WorkContact, 'channel' | 'handover'>,
  world: PromiseWorld,
): Promised | null {
  const isAsked = handovers.some(({ askedBy }) => askedBy !== 'unsure');
  if (!isAsked || handover !== null || channel === 'simulator' || world.office === null) return null;
  const opensMs = nextAllowed(world.office, nowMs, OFFICE_TIMEZONE);
  if (opensMs === undefined || opensMs === nowMs) return null;
  const named = Date.parse(String(session.slots.callback_at?.value ?? ''));
  const atMs = inOffice(world.office, Number.isNaN(named) ? opensMs : Math.max(named, opensMs));
  const words = sayCall('officerLater', atMs, { session, nowMs }, world);
  const buttons = callChoices(world.office, atMs, { session, nowMs }, world.packs);
  return { at: isoOf(atMs), words: words.map((said) => withButtons(said, buttons)) };
}

type CallTurn = Pick<TurnRun, 'before' | 'input' | 'session' | 'nowMs' | 'events'>;

/** The promise that stands, moved by a turn in which the customer named a time; null when they named none, or none stands. */
export function moveCall(
  turn: CallTurn,
  contact: Pick<WorkContact, 'handover' | 'promisedAt'>,
  world: PromiseWorld,
): Promised | null {
  if (!hasPromise(contact)) return null;
  const namedMs = tappedMs(turn) ?? saidMs(turn);
  return namedMs === undefined ? null : promiseNamed(namedMs, turn, world);
}

function tappedMs({ input, nowMs }: CallTurn): number | undefined {
  const taps = (replyOf(input)?.messages ?? []).map(({ content }) =>
    content.type === 'choice' ? timeOfChoice(content.id) : undefined,
  );
  return taps.findLast((atMs) => atMs !== undefined && atMs > nowMs);
}

/** A time that answers the flow's own question, or stands on a choice of the flow's, is for the flow. */
function saidMs({ before, input, events }: CallTurn): number | undefined {
  const named = events.findLast((event) => event.type === 'slot.filled' && event.slot === 'callback_at');
  const reply = replyOf(input);
  if (named?.type !== 'slot.filled' || named.source !== 'customer' || !reply) return;
  const { expects = [], choices = [] } = before.wait?.type === 'reply' ? before.wait : {};
  const message = reply.messages.find(({ id }) => id === named.messageId);
  if (answersFlow(expects, reply) || (message && choiceIn(message.content, choices) !== null)) return;
  const namedMs = Date.parse(String(named.value));
  return Number.isNaN(namedMs) ? undefined : namedMs;
}

function replyOf(input: TurnInput): Reply | null {
  return 'reply' in input ? input.reply : null;
}

/**
 * Whether a time that was named is what the flow asked for: when to write, or an author's own question. What that asks we can't
 * know, so the time is the officer's only where they speak of a call.
 */
export function answersFlow(expects: readonly SlotName[], { understanding }: Reply): boolean {
  if (expects.includes('callback_at')) return true;
  const isOwn = expects.some((slot) => !Object.hasOwn(customerSlots, slot));
  return isOwn && !understanding.evidence.concepts.includes('contact');
}

/** Whether the customer was told when somebody calls, and nobody has taken them over yet. */
export function hasPromise({ handover, promisedAt }: Pick<WorkContact, 'handover' | 'promisedAt'>): boolean {
  return handover === 'requested' && promisedAt !== null;
}

/** Keeps to a time that was named, or else to the first one after it at which an officer is there, and says which it is. */
export function promiseNamed(namedMs: number, place: CallPlace, world: PromiseWorld): Promised {
  const wantedMs = Math.max(namedMs, place.nowMs);
  const atMs = inOffice(world.office, wantedMs);
  const key = atMs === wantedMs ? 'officerCalls' : 'officerCallsInHours';
  return { at: isoOf(atMs), words: sayCall(key, atMs, place, world) };
}

function sayCall(
  key: 'officerLater' | 'officerCalls' | 'officerCallsInHours',
  atMs: number,
  { session: { language, timezone, state }, nowMs }: CallPlace,
  { packs, facts }: PromiseWorld,
): readonly SpokenEvent[] {
  const text = packs[language]?.messages[key] ?? '';
  const said = firstKnown([text], new Map([['at', isoOf(atMs)]]), language, { packs, facts, timezone, nowMs });
  return said ? [runtimeWords(said, key, state, language)] : [];
}

function withButtons(said: SpokenEvent, buttons: readonly Choice[]): SpokenEvent {
  const { content } = said;
  return content.type === 'text' && buttons.length > 0
    ? { ...said, content: { type: 'buttons', text: content.text, buttons: [...buttons] } }
    : said;
}

function inOffice(office: OfficeTime | null, atMs: number): number {
  return office === null ? atMs : (nextAllowed(office, atMs, OFFICE_TIMEZONE) ?? atMs);
}

function isoOf(atMs: number): string {
  return new Date(atMs).toISOString();
}
