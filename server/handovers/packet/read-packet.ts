import type { Actor } from '../../auth/actor';
import { messageText } from '../../conversations/message-text';
import { selectThread } from '../../conversations/read/store';
import { KnownError } from '../../errors';
import { readLead } from '../../leads/page/read-lead';
import type { HandoverPacket } from '../handover-views';
import { selectSayings, selectTone } from './store';

const MOST_SAYINGS = 6;

/** Everything that an officer should know before the first word. */
export async function readPacket(actor: Actor, contactId: string, nowMs: number): Promise<HandoverPacket> {
  const [thread, sayings, tone, lead] = await Promise.all([
    selectThread(contactId, actor.id),
    selectSayings(contactId, MOST_SAYINGS),
    selectTone(contactId),
    leadOf(actor, contactId, nowMs),
  ]);
  if (!thread) throw new KnownError('record.notFound', 'There is no such contact, or it is another officer’s.');
  const last = sayings.map(({ from, content, at }) => ({
    from,
    text: messageText(from === 'customer' ? 'in' : 'out', content),
    at: at.toISOString(),
  }));
  return { handover: thread.handover, language: thread.language, tone, last, lead };
}

/** Null for a contact whom the bot has not talked to yet. */
async function leadOf(actor: Actor, contactId: string, nowMs: number): Promise<HandoverPacket['lead']> {
  try {
    const { facts, missing, nextQuestion, score, objections } = await readLead(contactId, actor, nowMs);
    return { facts, missing, nextQuestion, score, objections };
  } catch (error) {
    if (error instanceof KnownError && error.code === 'record.notFound') return null;
    throw error;
  }
}
