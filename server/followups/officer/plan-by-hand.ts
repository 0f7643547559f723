import { newId } from '../../conversation/ids';
import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import { followUpPlanned } from '../../jobs/events';
import { wake } from '../../jobs/wake';
import { readOutreachSettings } from '../../outreach/store';
import { type FollowUpPlan, planFollowUp } from '../plan/plan-follow-up';
import { readFollowUpSettings } from '../settings/store';
import { type Author, contactOf, insertFollowUp, moveFollowUp, readContactToPlan } from './store';

export type ByHand = { readonly dueAt: string; readonly by: Author };

/** Plans a follow-up that an officer wants; says when it is due, which is in allowed hours. */
export async function addFollowUp(
  contactId: string,
  text: string | null,
  byHand: ByHand,
  nowMs: number,
): Promise<{ readonly id: string; readonly dueAt: string }> {
  const plan = await planByHand(contactId, byHand, nowMs);
  const id = newId();
  await inTransaction((client) => insertFollowUp(client, { ...plan, id, contactId, text, by: byHand.by }));
  return told(id, plan);
}

/** Moves a plan; says when it is due now. One that was changed since it was read is not moved. */
export async function moveByHand(
  id: string,
  byHand: ByHand,
  revision: string,
  nowMs: number,
): Promise<{ readonly id: string; readonly dueAt: string }> {
  const contactId = await contactOf(id);
  if (contactId === undefined) throw new KnownError('record.notFound', 'There is no such follow-up.');
  const plan = await planByHand(contactId, byHand, nowMs);
  const isMoved = await moveFollowUp(id, plan, byHand.by, revision);
  if (!isMoved) throw changedMeanwhile();
  return told(id, plan);
}

/** What an officer is told who acts on a plan that is not as they see it. */
export function changedMeanwhile(): KnownError {
  return new KnownError(
    'record.conflict',
    'This follow-up was changed meanwhile: by somebody else, or because the customer wrote. Nothing was changed by you.',
  );
}

async function planByHand(contactId: string, { dueAt, by }: ByHand, nowMs: number): Promise<FollowUpPlan> {
  const wantedMs = Date.parse(dueAt);
  if (wantedMs < nowMs - A_MINUTE_MS) {
    throw new KnownError('request.invalid', 'This time is over. Choose one that is still to come.');
  }
  const [contact, followUps, outreach] = await Promise.all([
    readContactToPlan(contactId),
    readFollowUpSettings(),
    readOutreachSettings(),
  ]);
  if (!contact) throw new KnownError('record.notFound', 'There is no such customer.');
  if (contact.isOptedOut) throw new KnownError('request.invalid', 'This customer has asked not to be written to.');
  const { channel, timezone } = contact;
  const person = { channel, timezone, interest: 0.5, replyHours: [], reachedMs: null }; // of no account to a time that is set
  const request = { reason: 'officer', wantedMs, saidBy: 'officer', author: by.name, person, nowMs } as const;
  const plan = planFollowUp(request, { followUps, outreach });
  if (plan) return plan;
  throw new KnownError('request.invalid', 'The settings allow no day within a year on which anybody is written to.');
}

const A_MINUTE_MS = 60_000;

function told(id: string, { dueMs }: FollowUpPlan): { readonly id: string; readonly dueAt: string } {
  const dueAt = new Date(dueMs).toISOString();
  wake(followUpPlanned.create({ followUpId: id, dueAt }));
  return { id, dueAt };
}
