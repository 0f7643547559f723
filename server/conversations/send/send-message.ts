import type { PoolClient } from 'pg';
import type { Actor } from '../../auth/actor';
import { derivedId } from '../../conversation/ids';
import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import { holdConversation } from '../../handovers/acts/store';
import { ring } from '../../inbox/bells';
import { enqueueWritten } from '../../outbox/enqueue/enqueue-written';
import { windowOf } from '../../outbox/window';
import { judgeReach } from '../../outreach/judge-reach';
import { readReach } from '../../outreach/reach/store';
import { readOutreachSettings } from '../../outreach/store';
import type { SentMessage } from '../inbox-views';
import { type Composed, composeWritten } from './compose-written';
import { judgeWriting } from './judge-writing';
import type { OfficerContent } from './officer-content';
import { isSent, noteAnswered } from './store';

/** `id` is the sender's own: the same is sent once. */
export type Written = { readonly id: string; readonly content: OfficerContent };

/**
 * Puts an officer's message in the contact's line. Refuses, with the sentence that the composer shows, when somebody else has
 * the conversation or nobody has, when the customer has opted out, and free words outside the window. Nothing is sent where
 * `claim`, asked in the transaction of the send, says that it is not to be sent any more.
 */
export async function sendMessage(
  actor: Pick<Actor, 'id'>,
  contactId: string,
  { id, content }: Written,
  nowMs: number,
  claim: (client: PoolClient) => Promise<boolean> = async () => true,
): Promise<SentMessage> {
  const messageId = derivedId('officer', contactId, id);
  if (await isSent(messageId)) return { messageId };
  const composed = await composeWritten(contactId, content);
  await inTransaction(async (client) => {
    const held = await holdConversation(client, contactId);
    if (!held) throw new KnownError('record.notFound', 'There is no such contact, or it is another officer’s.');
    if (!(await claim(client))) return;
    const { channel, language } = held;
    const leaveBefore = await judge(client, actor.id, contactId, held, composed, nowMs);
    const spoken = content.type === 'template' ? content.language : language;
    const message = { id: messageId, contactId, authorId: actor.id, channel, language: spoken, leaveBefore };
    await enqueueWritten(client, { ...message, content: composed.content, payloads: composed.payloads });
    await noteAnswered(client, contactId, actor.id, nowMs);
  });
  ring('outbox');
  return { messageId };
}

type Held = NonNullable<Awaited<ReturnType<typeof holdConversation>>>;

/** Says until when it may leave; null: whenever. A template that opens a closed window keeps to the customer's hours. */
async function judge(
  client: PoolClient,
  userId: string,
  contactId: string,
  { handover, channel, isOptedOut, lastInboundAt }: Held,
  { kind }: Composed,
  nowMs: number,
): Promise<string | null> {
  const isTaken = handover?.status === 'taken';
  const isWindowOpen =
    channel === 'simulator' || windowOf({ lastInboundAt, adEntryAt: null }, nowMs).freeFormUntil !== null;
  const standing = {
    takerId: isTaken ? handover.assigneeId : null,
    takerName: isTaken ? handover.assigneeName : null,
    isOptedOut,
    isWindowOpen,
  };
  const refusal = judgeWriting(standing, userId, kind === null ? 'free' : 'template');
  if (refusal) throw new KnownError('record.conflict', refusal.sentence);
  if (kind === null || isWindowOpen) return null;
  const [reaches, settings] = [await readReach(client, [contactId]), await readOutreachSettings()];
  const reach = reaches.get(contactId);
  if (!reach) return null;
  // The officer has them, and knows how often they were written to.
  const asked = { ...reach, isOfficers: false, reachedMs: [] };
  const verdict = judgeReach(asked, kind === 'marketing' ? 'marketing' : 'answer', settings, nowMs);
  if (!verdict.ok) throw new KnownError('record.conflict', sentences[verdict.code] ?? sentences['hours.closed']);
  return verdict.leaveBeforeMs === null ? null : new Date(verdict.leaveBeforeMs).toISOString();
}

const sentences: Readonly<Record<string, string>> & { readonly 'hours.closed': string } = {
  'hours.closed': 'Nobody is written to first at this hour. Schedule it, or plan a follow-up.',
  'consent.missing': 'The customer has not agreed to marketing. Choose a template that is none.',
  'contact.marketingStopped': 'The customer has stopped marketing. Choose a template that is none.',
  'contact.marketingCapReached':
    'WhatsApp delivers no more marketing to this customer today. Choose a template that is none.',
};
