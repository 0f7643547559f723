import { compileFlow } from '@/flows/engine/compile-flow';
import type { Flow } from '@/flows/schema/flow';
import type { Session } from '@/flows/schema/session';
import { recordAudit } from '../../audit/store';
import type { Actor } from '../../auth/actor';
import { newId } from '../../conversation/ids';
import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import { resumeFollowUps } from '../../followups/officer/pause/store';
import { acceptItems } from '../../inbox/accept';
import { type BotPlace, botPlaceOf } from '../packet/bot-place';
import { requireTaken } from './require-taken';
import { continueSession, rewindTimer } from './session/store';
import { insertLeadEvent, setReturned } from './store';

export type Return = {
  readonly contactId: string;
  /** Where the bot goes on; null: where it was. */
  readonly stateId: string | null;
  readonly note: string;
  readonly begins: 'now' | 'whenTheyWrite';
};

/**
 * Gives a conversation back to the bot, at a state of its flow. It speaks when the customer writes, or at once. A session
 * that has ended goes on as a new one that knows all that the old one did.
 */
export async function returnToBot(
  actor: Actor,
  { contactId, stateId, note, begins }: Return,
  nowMs: number,
): Promise<void> {
  const place = await botPlaceOf(contactId);
  const at = place ? stateToGoOnAt(place, stateId) : null;
  const start = await inTransaction(async (client) => {
    const { id, channel, isOptedOut } = await requireTaken(client, actor, contactId);
    await setReturned(client, id, { by: actor.id, stateId, note, nowMs });
    await resumeFollowUps(contactId, client);
    if (place && at && begins === 'whenTheyWrite' && (stateId !== null || place.session.status === 'ended')) {
      await continueSession(client, place, waitingAt(place, at, nowMs), nowMs);
    } else if (place) await rewindTimer(client, contactId, nowMs);
    const detail = { what: 'returned', handoverId: id, stateId: at };
    await insertLeadEvent(client, { contactId, kind: 'handover', actorId: actor.id, detail, nowMs });
    const audited = { handoverId: id, stateId: at, begins };
    const subject = { type: 'contact', id: contactId } as const;
    await recordAudit({ actor, act: 'handover.returned', subject, detail: audited }, client);
    return isOptedOut ? null : { id, channel };
  });
  if (begins !== 'now' || !start || !place || !at) return;
  const { flow, flowVersion, session } = place;
  const known = Object.entries(session.slots).map(([slot, { value }]) => [slot, value] as const);
  // A session that runs is gone on with as it is; of one that has ended only what it knew is told.
  const slots = session.status === 'ended' ? Object.fromEntries(known) : {};
  const payload = { flowId: flow.id, flowVersion, state: at, language: session.language, slots, continues: true };
  const occurredAt = new Date(nowMs).toISOString();
  const entry = { channel: start.channel, externalId: `return.${start.id}`, occurredAt, contactId };
  await acceptItems([{ ...entry, kind: 'start', payload }]);
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
