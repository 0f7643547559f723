import { z } from 'zod';
import type { InboundEvent, Referral } from '../channel';
import { parseSystem, waSystem } from './parse-system';
import type { Parsed, Surroundings } from './parsed';
import { readContent, waContent } from './read-content';
import { readSender } from './read-sender';
import { anything, isoTime, looseObject, looseText, looseUrl, looseWords, messageId, withoutGaps } from './read-value';

/** One of a webhook's `messages` as an event, or the reason why it makes none. */
export function parseMessage(element: unknown, around: Surroundings): Parsed {
  const read = waMessage.safeParse(element);
  if (!read.success) return { ok: false, reason: 'message.malformed' };
  const message = read.data;
  if (message.group_id !== undefined) return { ok: false, reason: 'message.ofGroup' };
  if (message.type === 'system') return parseSystem(message, around);
  if (message.type === 'request_welcome') return { ok: false, reason: 'message.withoutContent' };
  const sender = readSender([message.from, message.from_user_id], around.contacts);
  if (!sender) return { ok: false, reason: 'message.withoutSender' };
  const event: InboundEvent = {
    type: 'message',
    dedupeKey: message.id,
    externalId: message.id,
    sender,
    at: isoTime(message.timestamp, around.receivedAt),
    content: readContent(message),
    account: around.account,
    contextExternalId: message.context?.id,
    forwarded: forwardedOf(message.context),
    referral: referralOf(message.referral),
  };
  return { ok: true, event: withoutGaps(event) };
}

const waContext = looseObject({ id: looseText, forwarded: anything, frequently_forwarded: anything });

const waReferral = looseObject({
  source_type: looseText,
  source_id: looseText,
  source_url: looseUrl,
  headline: looseText,
  body: looseWords,
  ctwa_clid: looseText,
});

const waMessage = z.object({
  ...waContent,
  id: messageId,
  timestamp: anything,
  from: looseText,
  from_user_id: looseText,
  group_id: looseText,
  context: waContext,
  referral: waReferral,
  system: waSystem,
});

function forwardedOf(context: z.infer<typeof waContext>): 'once' | 'often' | undefined {
  if (context?.frequently_forwarded === true) return 'often';
  return context?.forwarded === true ? 'once' : undefined;
}

function referralOf(ad: z.infer<typeof waReferral>): Referral | undefined {
  const referral = withoutGaps({
    sourceType: ad?.source_type,
    sourceId: ad?.source_id,
    sourceUrl: ad?.source_url,
    headline: ad?.headline,
    body: ad?.body,
    clickId: ad?.ctwa_clid,
  });
  return Object.keys(referral).length === 0 ? undefined : referral;
}
