import type { Session } from '@/flows/schema/session';
import type { Reply } from '@/flows/schema/turn-input';
import { isOptOut } from '../consent/opt-out';
import { type LeadStage, stageOfState } from '../leads/lead-stage';
import { scoreLead } from '../leads/score-lead';
import type { TurnReading } from '../understanding/turn-reader';
import { consentRows, followUpRow, handoverRows, replanning, uploadLinkRows } from './compose-requests';
import { composeSaid, type SpokenEvent, spokenEvents } from './compose-said';
import { contactChange } from './contact-change';
import { howAloud } from './how-aloud';
import { derivedId } from './ids';
import { maskEntry, maskReply } from './mask-sensitive';
import { moveCall, promiseCall } from './promise-call/promise-call';
import type { Claim } from './queue/store';
import type { EntryRow, LeadRow, MessageRow, TurnCommit, TurnRow } from './turn-commit';
import type { MessageEntry, StoredSession, TurnRun, TurnWork, TurnWorld, WorkEntry } from './turn-work';
import { leaveBefore, wakeTimeMs } from './wake-time';

export type ComposeInput = {
  readonly claim: Claim;
  readonly work: TurnWork;
  readonly world: TurnWorld;
  readonly stored: StoredSession;
  readonly runs: readonly TurnRun[];
  readonly entries: readonly WorkEntry[];
  /** Null where no message was read. */
  readonly reading: TurnReading | null;
  /** What the runtime says before the flow speaks. */
  readonly before: readonly SpokenEvent[];
  readonly replacedSessionId: string | null;
};

/** Everything that a turn changes, from the runs of the engine that it was made of. */
export function composeCommit(input: ComposeInput): TurnCommit {
  const { claim, work, world, stored, runs, entries, reading } = input;
  const reply = reading?.reply ?? null;
  const last = runs[runs.length - 1];
  const first = runs[0];
  if (!last || !first) throw new Error('A turn is made of at least one run.');
  const events = runs.flatMap((run) => run.events);
  const optsOut = events.some((event) => event.type === 'consent.withdrawn' && isOptOut(event.purpose));
  const inbound = entries.filter((entry) => entry.kind === 'message');
  const handovers = handoverRows(runs);
  const promise = optsOut
    ? null
    : (promiseCall(handovers, last, work.contact, world) ??
      moveCall({ ...first, session: last.session, nowMs: last.nowMs, events }, work.contact, world));
  const spoken = [
    ...(optsOut ? [] : input.before),
    ...spokenEvents(events, optsOut, last.session, world),
    ...(promise?.words ?? []),
  ];
  const aloud = optsOut ? 'nothing' : howAloud(world, inbound);
  const said = composeSaid(work, world, last.session, first.id, spoken, aloud);
  const reopened = inbound.length > 0 && work.contact.optedOutAt !== null;
  return {
    contactId: work.contact.id,
    fence: claim.fence,
    more: isMore(work, entries),
    contact: contactChange({
      contact: work.contact,
      language: last.session.language,
      inbound,
      said,
      optOut: optsOut ? 'optedOut' : reopened ? 'reopened' : null,
      nowMs: last.nowMs,
    }),
    session: { state: last.session, readVersion: stored.version, wakeAt: wakeTime(stored.state, last, work, world) },
    replacedSessionId: input.replacedSessionId,
    turns: runs.flatMap((run) => turnRow(run, reading, said.outbox.length)),
    messages: [...inboundMessages(work, inbound, reply, last.session, first.id), ...said.messages],
    outbox: said.outbox.map((row) => ({ ...row, isLastWord: optsOut, leaveBefore: endOfDay(input, last.nowMs) })),
    entries: entries.map((entry) => entryRow(entry, reply, 'handled', null, first.id)),
    consents: consentRows(runs, work.contact.channel),
    followUp: optsOut ? null : followUpRow(runs, work.contact, world),
    replanning: optsOut ? null : replanning(last, handovers, work.contact, world),
    cancelsFollowUps: inbound.length > 0 || optsOut,
    handovers,
    promisedAt: promise?.at ?? null,
    lead: leadRow(runs, last, inbound, work, world),
    uploadLinks: uploadLinkRows(runs),
  };
}

export type Aside = {
  readonly claim: Claim;
  readonly work: TurnWork;
  readonly world: Pick<TurnWorld, 'nowMs' | 'render'>;
  readonly entries: readonly WorkEntry[];
  /** What was read from them, so that sensitive numbers are not kept. */
  readonly reply: Reply | null;
  readonly status: 'handled' | 'ignored' | 'dead';
  readonly reason: string;
  readonly words: readonly SpokenEvent[];
};

/** Takes what came in off the contact's list without a turn, and says `words` to the customer. */
export function setAside({ claim, work, world, entries, reply, status, reason, words }: Aside): TurnCommit {
  const language = work.session?.state.language ?? work.contact.language;
  const session = { id: work.session?.state.id ?? null, language };
  const turnId = derivedId('words', claim.contactId, entries[0]?.id ?? '');
  const said = composeSaid(work, world, session, turnId, words, 'nothing');
  const inbound = entries.filter((entry) => entry.kind === 'message');
  return {
    contactId: work.contact.id,
    fence: claim.fence,
    more: isMore(work, entries),
    contact: contactChange({
      contact: work.contact,
      language,
      inbound,
      said,
      optOut: null,
      nowMs: world.nowMs(),
    }),
    session: null,
    replacedSessionId: null,
    turns: [],
    messages: [...inboundMessages(work, inbound, reply, session, null), ...said.messages],
    outbox: said.outbox,
    entries: entries.map((entry) => entryRow(entry, reply, status, reason, null)),
    consents: [],
    followUp: null,
    replanning: null,
    cancelsFollowUps: false,
    handovers: [],
    promisedAt: null,
    lead: null,
    uploadLinks: [],
  };
}

function isMore(work: TurnWork, taken: readonly WorkEntry[]): boolean {
  return work.more || work.entries.length > taken.length;
}

/** Puts off a wait that would make us write first in the night; nothing else changes. */
export function putOff(
  claim: Claim,
  work: TurnWork,
  world: TurnWorld,
  session: StoredSession,
  wakeAt: string,
): TurnCommit {
  const aside = {
    claim,
    work,
    world,
    entries: [],
    reply: null,
    status: 'ignored',
    reason: 'hours.closed',
    words: [],
  } as const;
  return { ...setAside(aside), session: { state: session.state, readVersion: session.version, wakeAt } };
}

/** What a wait that ran out after a silence says may not leave in the night; an answer may. */
function endOfDay({ entries, stored, work, world }: ComposeInput, nowMs: number): string | null {
  if (entries.length > 0) return null;
  return leaveBefore(stored.state, { channel: work.contact.channel, outreach: world.outreach, nowMs });
}

/** When the wait runs out. A wait that has run out and is still the same would fire for ever: it is given a minute. */
function wakeTime(before: Session, last: TurnRun, { contact }: TurnWork, { outreach }: TurnWorld): string | null {
  const dueMs = wakeTimeMs(last.session, { channel: contact.channel, outreach, nowMs: last.nowMs });
  if (dueMs === null) return null;
  const isStuck = dueMs <= last.nowMs && before.wait?.id === last.session.wait?.id;
  return new Date(isStuck ? last.nowMs + 60_000 : dueMs).toISOString();
}

/** An input that the engine refused took no turn, and leaves no record. */
function turnRow(run: TurnRun, reading: TurnReading | null, messages: number): TurnRow[] {
  if (run.session.turn === run.before.turn) return [];
  const reply = reading?.reply ?? null;
  // What reading cost belongs to the run that it was read for, not to those that its effects led to.
  const isRead = 'reply' in run.input && run.input.reply !== null;
  const masked =
    reply && 'reply' in run.input && run.input.reply ? { ...run.input, reply: maskReply(reply) } : run.input;
  const row: TurnRow = {
    id: run.id,
    sessionId: run.session.id,
    seq: run.session.turn,
    flowId: run.session.flowId,
    flowVersion: run.session.flowVersion,
    stateBefore: run.input.type === 'started' ? null : run.before.state,
    stateAfter: run.session.state,
    input: masked,
    understanding: 'reply' in run.input ? (reply?.understanding ?? null) : null,
    events: run.events,
    timings: run.timings,
    cost: { messages, llmTokens: isRead ? (reading?.tokens ?? 0) : 0, llmInr: isRead ? (reading?.costInr ?? 0) : 0 },
    at: new Date(run.nowMs).toISOString(),
  };
  return [row];
}

function inboundMessages(
  work: TurnWork,
  entries: readonly MessageEntry[],
  reply: Reply | null,
  session: { readonly id: string | null; readonly language: string },
  turnId: string | null,
): MessageRow[] {
  return entries.map((entry) => ({
    id: derivedId('message', 'in', entry.id),
    sessionId: session.id,
    turnId,
    inboxEntryId: entry.id,
    direction: 'in',
    channel: work.contact.channel,
    content: maskEntry(entry, reply).content,
    textKeys: [],
    language: reply?.understanding.language ?? session.language,
    at: entry.occurredAt,
  }));
}

function entryRow(
  entry: WorkEntry,
  reply: Reply | null,
  status: EntryRow['status'],
  reason: string | null,
  turnId: string | null,
): EntryRow {
  const masked = entry.kind === 'message' ? maskEntry(entry, reply) : null;
  const payload = masked && masked !== entry.payload ? masked : null;
  const heard = payload?.content.type === 'media' ? (payload.content.transcript ?? null) : null;
  return { id: entry.id, status, reason, turnId, payload, transcript: heard };
}

function leadRow(
  runs: readonly TurnRun[],
  last: TurnRun,
  inbound: readonly MessageEntry[],
  { contact }: TurnWork,
  world: TurnWorld,
): LeadRow {
  const { session, nowMs } = last;
  const referral = inbound.find(({ payload }) => payload.referral !== undefined)?.payload.referral ?? null;
  return {
    ...scoreLead(session, world.facts, nowMs),
    interest: session.interest,
    facts: Object.fromEntries(Object.entries(session.slots).map(([slot, fact]) => [slot, fact.value])),
    flowId: session.flowId,
    stateId: session.state,
    stage: stageAfter(runs),
    source: sourceOf(contact, referral),
    referral,
    at: new Date(nowMs).toISOString(),
  };
}

/** The last stage on the way; null where no state was one, which leaves a lead where it stands. */
function stageAfter(runs: readonly TurnRun[]): LeadStage | null {
  const way = runs.flatMap(({ before, events, session }) => [
    before.state,
    ...events.flatMap((event) => (event.type === 'state.entered' ? [event.state] : [])),
    session.state,
  ]);
  return way.map(stageOfState).findLast((stage) => stage !== null) ?? null;
}

function sourceOf({ channel, entry }: TurnWork['contact'], referral: LeadRow['referral']): LeadRow['source'] {
  if (channel === 'simulator') return 'simulator';
  if (referral !== null) return 'ad';
  return entry === null ? 'message' : 'campaign';
}
