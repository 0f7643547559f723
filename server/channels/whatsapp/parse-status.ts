import { z } from 'zod';
import { type ChannelProblem, deliveryStatus, type InboundEvent, type Pricing } from '../channel';
import { explainError } from './errors';
import type { Parsed, Surroundings } from './parsed';
import { anything, isoTime, looseNumber, looseObject, looseText, messageId, withoutGaps } from './read-value';

/** One of a webhook's `statuses` as an event, or the reason why it makes none. */
export function parseStatus(element: unknown, { account, receivedAt }: Surroundings): Parsed {
  const read = waStatus.safeParse(element);
  if (!read.success) return { ok: false, reason: 'status.malformed' };
  const status = read.data;
  const known = deliveryStatus.safeParse(status.status);
  if (!known.success) return { ok: false, reason: 'status.unknown' }; // "deleted" and "warning" are left from older days
  // In a group each participant has statuses of their own.
  const participant = status.recipient_participant_user_id ?? status.recipient_participant_id;
  const event: InboundEvent = {
    type: 'status',
    dedupeKey: [status.id, known.data, ...(participant ? [participant.slice(0, 128)] : [])].join(':'),
    externalId: status.id,
    status: known.data,
    at: isoTime(status.timestamp, receivedAt),
    account,
    callbackData: status.biz_opaque_callback_data,
    error: known.data === 'failed' ? firstProblem(status.errors) : undefined,
    pricing: pricingOf(status.pricing),
  };
  return { ok: true, event: withoutGaps(event) };
}

/** The first error of an `errors` array that has a code. */
export function firstProblem(errors: unknown): ChannelProblem | undefined {
  if (!Array.isArray(errors)) return undefined;
  for (const element of errors) {
    const read = waError.safeParse(element);
    if (!read.success) continue;
    const { code, title } = read.data;
    const { problem, sentence, retryable, needsPerson } = explainError(code);
    const words = { code: problem, detail: sentence, retryable, channelCode: code };
    return { ...words, ...(needsPerson ? { needsPerson } : {}), ...(title ? { title } : {}) };
  }
  return undefined;
}

const waError = z.object({ code: looseNumber.pipe(z.number().int()), title: looseText });

const waPricing = looseObject({ category: looseText, type: looseText, pricing_model: looseText, billable: anything });

/** Older webhooks only tell whether a message is billed. */
function pricingOf(pricing: z.infer<typeof waPricing>): Pricing | undefined {
  if (pricing?.category === undefined) return undefined;
  const type = pricing.type ?? (pricing.billable === false ? 'free' : 'regular');
  return withoutGaps({ category: pricing.category, type, model: pricing.pricing_model });
}

const waStatus = z.object({
  id: messageId,
  status: anything,
  timestamp: anything,
  biz_opaque_callback_data: looseText,
  recipient_participant_id: looseText,
  recipient_participant_user_id: looseText,
  pricing: waPricing,
  errors: anything,
});
