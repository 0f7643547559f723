import { isDatabaseAway, KnownError } from '../../errors';
import { log } from '../../log';
import { sendMessage } from '../send/send-message';
import { type DueScheduled, selectDue, settleScheduled } from './store';

const MOST_AT_ONCE = 500;

/**
 * Sends what officers wrote to be sent by now, as if they sent it in this moment: what may not be sent says why. Any number of
 * processes may do this at once. Says how many were looked at.
 */
export async function sendScheduled(nowMs: number): Promise<number> {
  const due = await selectDue(new Date(nowMs), MOST_AT_ONCE);
  for (const message of due) await sendOne(message, nowMs);
  return due.length;
}

async function sendOne({ id, contactId, authorId, text }: DueScheduled, nowMs: number): Promise<void> {
  try {
    await sendMessage({ id: authorId }, contactId, { id, content: { type: 'text', text } }, nowMs);
    await settleScheduled(id, null);
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    if (!(error instanceof KnownError)) log.error({ scheduledId: id, err: error }, 'scheduled.notSent');
    await settleScheduled(id, error instanceof KnownError ? error.message : 'It could not be sent. Send it yourself.');
  }
}
