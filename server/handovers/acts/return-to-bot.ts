import type { PoolClient } from 'pg';
import { compileFlow } from '@/flows/engine/compile-flow';
import type { Flow } from '@/flows/schema/flow';
import type { Session } from '@/flows/schema/session';
import { recordAudit } from '../../audit/store';
import type { Actor } from '../../auth/actor';
import { newId } from '../../conversation/ids';
import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import { resumeFollowUps } from '../../followups/officer/pause/store';
import { ring } from '../../inbox/bells';
import type { InboxItem } from '../../inbox/inbox-item';
import { insertInbox } from '../../inbox/store';
import { allowedUntil } from '../../outreach/allowed-hours';
import type { OutreachSettings } from '../../outreach/outreach-settings';
import { readOutreachSettings } from '../../outreach/store';
import { type BotPlace, botPlaceOf } from '../packet/bot-place';
import { putPlansOff } from './plans/store';
import { requireTaken } from './require-taken';
import { continueSession, rewindTimer } from './session/store';
import { fenceOff, insertLeadEvent, setReturned } from './store';

export type Return = {
  readonly contactId: string;
  /** Where the bot goes on; null: where it was. */
  readonly stateId: string | null;
  readonly note: string;
  readonly begins: 'now' | 'whenTheyWrite';
};

/**
 * Gives a conversation back to the bot, at a state of its flow. It speaks when the customer writes, or at once in the hours in
 * which they may be written to first. A session that has ended goes on as a new one that knows all that the old one did.
 */
export async function returnToBot(actor: Actor, given: Return, nowMs: number): Promise<void> {
  const { contactId, stateId, note, begins } = given;
  const [place, outreach] = await Promise.all([botPlaceOf(contactId), readOutreachSettings()]);
  const at = place ? stateToGoOnAt(place, stateId) : null;
  await inTransaction(async (client) => {
    const taken = await requireTaken(client, actor, contactId);
    const { id, isOptedOut } = taken;
    // A turn under way would keep what they write now for an officer who is not there any more.
    await fenceOff(client, contactId);
    await setReturned(client, id, { by: actor.id, stateId, note, nowMs });
    await putPlansOff(client, contactId, nowMs);
    await resumeFollowUps(contactId, client);
    if (place && at) await goOn(client, place, at, given, nowMs);
    if (place && at && begins === 'now' && !isOptedOut) {
      requireHours(taken, outreach, nowMs);
      await insertInbox([beginning(contactId, taken, place, at, nowMs)], 0, client);
    }
    const detail = { what: 'returned', handoverId: id, stateId: at };
    await insertLeadEvent(client, { contactId, kind: 'handover', actorId: actor.id, detail, nowMs });
    const audited = { handoverId: id, stateId: at, begins };
    const subject = { type: 'contact', id: contactId } as const;
    await recordAudit({ actor, act: 'handover.returned', subject, detail: audited }, client);
  });
  ring('turns');
}

type Taken = Awaited<ReturnType<typeof requireTaken>>;

/** The session waits where it was or was put; one that begins at once is replaced by its own turn. */
async function goOn(
  client: PoolClient,
  place: BotPlace,
  at: string,
  { contactId, stateId, begins }: Return,
  nowMs: number,
): Promise<void> {
  if (begins === 'whenTheyWrite' && (stateId !== null || place.session.status === 'ended')) {
    await continueSession(client, place, waitingAt(place, at, nowMs), nowMs);
  } else await rewindTimer(client, contactId, nowMs);
}

/** Who is made to hear from us now is written to first, whatever they wrote before. Simulated customers have no night. */
function requireHours({ channel, timezone }: Taken, outreach: OutreachSettings, nowMs: number): void {
  if (channel === 'simulator' || allowedUntil(outreach, nowMs, timezone) !== undefined) return;
  const sentence = 'Nobody is written to first at this hour. Let the bot go on when they write.';
  throw new KnownError('request.invalid', sentence);
}

/** What makes the bot speak at once. It is there with the return or not at all. */
function beginning(
  contactId: string,
  { id, channel }: Taken,
  { flow, flowVersion, session }: BotPlace,
  at: string,
  nowMs: number,
): InboxItem {
  const known = Object.entries(session.slots).map(([slot, { value }]) => [slot, value] as const);
  // A session that runs is gone on with as it is; of one that has ended only what it knew is told.
  const slots = session.status === 'ended' ? Object.fromEntries(known) : {};
  const payload = { flowId: flow.id, flowVersion, state: at, language: session.language, slots, continues: true };
  const occurredAt = new Date(nowMs).toISOString();
  return { channel, externalId: `return.${id}`, occurredAt, contactId, kind: 'start', payload };
}

/** The chosen state, or the one where the bot was, or the flow's beginning where it can't wait there. */
function stateToGoOnAt({ flow, session }: BotPlace, chosen: string | null): string {
  if (chosen === null) return canWaitAt(flow, session.state) ? session.state : flow.start;
  if (canWaitAt(flow, chosen)) return chosen;
  throw new KnownError('request.invalid', 'The bot can’t wait for the customer at this state. Choose another one.');
}

/** Whether a session can rest at a state of the flow until the customer writes. */
export function canWaitAt(flow: Flow, stateId: string): boolean {
  return compileFlow(flow).states.get(stateId)?.behaviour.waits ?? false;
}

/** The session as it waits for the customer's next words at a state, having asked nothing there. */
function waitingAt({ flow, flowVersion, session }: BotPlace, state: string, nowMs: number): Session {
  const expects =
    compileFlow(flow)
      .states.get(state)
      ?.behaviour.slots.filter((slot) => !(slot in session.slots)) ?? [];
  const wait = { type: 'reply' as const, id: newId(nowMs), expects: [...expects], choices: [], deadlineAt: null };
  const at = new Date(nowMs).toISOString();
  const place = { state, wait, returns: [], calls: [], status: 'active' as const, updatedAt: at };
  if (session.status === 'active') return { ...session, ...place };
  return { ...session, ...place, id: newId(nowMs), flowVersion, startedAt: at };
}
