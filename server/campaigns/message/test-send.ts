import type { ChannelPayload } from '@/flows/rendering/channel-payload';
import { renderMessages } from '@/flows/rendering/render-messages';
import { newId } from '../../conversation/ids';
import { getPool } from '../../db/pool';
import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import { ring } from '../../inbox/bells';
import { enqueueFirstWords } from '../../outbox/enqueue/enqueue-first-words';
import { enqueueMessage } from '../../outbox/enqueue/store';
import { windowOf } from '../../outbox/window';
import { judgeReach, type Reach, type ReachProblem } from '../../outreach/judge-reach';
import { readReach } from '../../outreach/reach/store';
import { readOutreachSettings } from '../../outreach/store';
import { inApprovedLanguage } from '../../templates/approved/in-approved-language';
import { readApprovedLanguages } from '../../templates/approved/store';
import type { AudienceMember } from '../audience/audience-member';
import { firstMembers } from '../audience/select-audience';
import { findContactByPhone, readMember } from '../audience/store';
import { readPhone } from '../imports/read-phone';
import { kindOf } from '../plan/message-kind';
import { type PreviewRequest, requireVariant } from './preview-message';
import { readMessageWorld } from './read-message-world';
import { type CampaignContent, type MessageProblem, resolveContent } from './resolve-content';

/** To a contact of ours, or to a number that was typed by hand. */
export type TestSend = PreviewRequest & ({ readonly contactId: string } | { readonly phone: string });

/**
 * Puts the message of a variant in line for one person, filled with what is known of them, and gives its outbox id. It goes to
 * simulated contacts, to who wrote in the last 24 hours, and else only to whom a campaign might reach now. Throws
 * `request.invalid` with the reason.
 */
export async function testSend(request: TestSend, nowMs: number): Promise<{ readonly outboxId: string }> {
  const { plan, channel, language } = request;
  const variant = requireVariant(plan, request.variant);
  const contactId = await addressee(request);
  const [world, settings] = await Promise.all([readMessageWorld(channel, nowMs), readOutreachSettings()]);
  const resolved = resolveContent(variant, await personFor(request, contactId), world);
  if (!resolved.ok) throw refused(messageSentences[resolved.code]);
  const { content } = resolved;
  const message = { contactId, channel, content, payload: await payloadOf(content), language };
  const kind = kindOf(world.templates.get(variant.template)?.category);
  const sent = await inTransaction(async (client) => {
    const reach = (await readReach(client, [contactId])).get(contactId);
    if (!reach) throw refused('There is no such contact.');
    if (isOurOwn(reach, nowMs)) return null;
    const verdict = judgeReach(reach, kind, settings, nowMs);
    if (!verdict.ok) throw refused(reachSentences[verdict.code]);
    const outboxId = newId();
    const leaveBefore = verdict.leaveBeforeMs === null ? null : new Date(verdict.leaveBeforeMs).toISOString();
    await enqueueFirstWords(client, [{ ...message, outboxId, sessionId: null, priority: 2, leaveBefore }]);
    return outboxId;
  });
  // Whoever has just written has begun the conversation: it is no word of ours that comes first.
  const outboxId = sent ?? (await enqueueMessage(message));
  ring('outbox');
  return { outboxId };
}

function isOurOwn({ channel, isOptedOut, lastInboundMs }: Reach, nowMs: number): boolean {
  if (isOptedOut) return false;
  const lastInboundAt = lastInboundMs === null ? null : new Date(lastInboundMs);
  return channel === 'simulator' || windowOf({ lastInboundAt, adEntryAt: null }, nowMs).freeFormUntil !== null;
}

async function addressee(request: TestSend): Promise<string> {
  if ('contactId' in request) return request.contactId;
  const read = readPhone(request.phone, 'IN');
  if (!read.ok) throw refused('This is no mobile number. Write ten digits, or the country code first.');
  const contactId = await findContactByPhone(getPool(), request.channel, read.phone);
  // A test must not be how a stranger hears from us first.
  if (contactId === undefined) throw refused('This number has never written to us. Send us a message from it first.');
  return contactId;
}

/** What is known of the contact; the columns of a file are those of its first person, since testers stand in no list. */
async function personFor({ plan, channel, language }: TestSend, contactId: string): Promise<AudienceMember> {
  const row = await readMember(getPool(), channel, contactId);
  if (!row) throw refused('There is no such contact.');
  const [first] = plan.audience ? await firstMembers(getPool(), plan.audience, { channel, limit: 1 }) : [];
  const { facts, cells: _none, ...known } = row;
  const { slots = {}, columns = {} } = first ?? {};
  return { ...known, language, name: known.name ?? first?.name ?? null, slots: { ...slots, ...facts }, columns };
}

async function payloadOf(content: CampaignContent): Promise<ChannelPayload> {
  const [payload] = renderMessages(content);
  if (!payload) throw new Error('A template always makes a message.');
  return inApprovedLanguage(payload, await readApprovedLanguages());
}

function refused(sentence: string): KnownError {
  return new KnownError('request.invalid', `${sentence} Nothing was sent.`);
}

const messageSentences: Readonly<Record<MessageProblem, string>> = {
  'template.missing': 'There is no such template.',
  'template.notApproved': 'WhatsApp has not approved the template.',
  'template.unsupported': 'The template wants more than a campaign can fill.',
  'variable.missing': 'A value of the message is still empty.',
  'variable.empty': 'The message says something that is not known of this person.',
};

const reachSentences: Readonly<Record<ReachProblem, string>> = {
  'contact.optedOut': 'They want no messages from us.',
  'officer.owns': 'An officer has taken their conversation over.',
  'contact.marketingStopped': 'They have stopped marketing in WhatsApp.',
  'contact.marketingCapReached': 'WhatsApp delivers no more marketing to them today.',
  'consent.missing': 'They have not agreed to marketing, and have not written in the last 24 hours.',
  'hours.closed': 'Nobody is written to at this hour.',
  'reach.tooOften': 'They were written to a short while ago.',
};
