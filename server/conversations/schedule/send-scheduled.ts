import { isAtLeast } from '../../auth/actor';
import { selectActor } from '../../auth/store';
import { isDatabaseAway, KnownError } from '../../errors';
import { log } from '../../log';
import { sendMessage } from '../send/send-message';
import { claimScheduled, type DueScheduled, selectDue, settleFailed } from './store';

const MOST_AT_ONCE = 500;

/**
 * Sends what officers wrote to be sent by now, as if they sent it in this moment: what may not be sent says why, and what is taken
 * back until then is not sent. Any number of processes may do this at once. Says how many were looked at.
 */
export async function sendScheduled(nowMs: number): Promise<number> {
  const due = await selectDue(new Date(nowMs), MOST_AT_ONCE);
  for (const message of due) await sendOne(message, nowMs);
  return due.length;
}

async function sendOne({ id, contactId, authorId, text }: DueScheduled, nowMs: number): Promise<void> {
  try {
    const author = await selectActor(authorId);
    if (!author || !isAtLeast(author.role, 'officer')) {
      return await settleFailed(id, 'Whoever wrote it may no longer write to customers.');
    }
    const written = { id, content: { type: 'text', text } } as const;
    await sendMessage({ id: authorId }, contactId, written, nowMs, (client) => claimScheduled(client, id));
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    if (!(error instanceof KnownError)) log.error({ scheduledId: id, err: error }, 'scheduled.notSent');
    await settleFailed(id, error instanceof KnownError ? error.message : 'It could not be sent. Send it yourself.');
  }
}
