import type { Actor } from '../../auth/actor';
import { derivedId } from '../../conversation/ids';
import { KnownError } from '../../errors';
import type { ScheduledMessage } from '../inbox-views';
import { cancelScheduled, insertScheduled, selectScheduled } from './store';

export type ToSchedule = { readonly id: string; readonly text: string; readonly at: string };

const A_MINUTE_MS = 60_000;
const LONGEST_MS = 90 * 24 * 3_600_000;

/** Keeps an officer's text to be sent then. Whether it may be sent is asked in that moment. */
export async function scheduleMessage(
  actor: Pick<Actor, 'id'>,
  contactId: string,
  { id: clientId, text, at }: ToSchedule,
  nowMs: number,
): Promise<{ readonly id: string; readonly at: string }> {
  const dueMs = Date.parse(at);
  if (dueMs < nowMs - A_MINUTE_MS) {
    throw new KnownError('request.invalid', 'This time is over. Choose one that is still to come.');
  }
  if (dueMs > nowMs + LONGEST_MS) throw new KnownError('request.invalid', 'Choose a time within the next 90 days.');
  const id = derivedId('scheduled', contactId, clientId);
  await insertScheduled({ id, contactId, authorId: actor.id, text, at });
  return { id, at: new Date(dueMs).toISOString() };
}

export function listScheduled(contactId: string, nowMs: number): Promise<readonly ScheduledMessage[]> {
  return selectScheduled(contactId, new Date(nowMs));
}

/** Takes one back that has not been sent. */
export async function unschedule(contactId: string, id: string): Promise<void> {
  if (await cancelScheduled(contactId, id)) return;
  throw new KnownError('record.conflict', 'This message has been sent or taken back already.');
}
