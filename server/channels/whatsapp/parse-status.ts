import { z } from 'zod';
import { type ChannelProblem, deliveryStatus } from '../channel';
import { explainError } from './errors';
import type { Parsed } from './parse-message';
import { anything, isoTime, looseText, messageId } from './read-value';

/** One of a webhook's `statuses` as an event, or the reason why it makes none. */
export function parseStatus(element: unknown, receivedAt: string): Parsed {
  const read = waStatus.safeParse(element);
  if (!read.success) return { ok: false, reason: 'status.malformed' };
  const status = read.data;
  const known = deliveryStatus.safeParse(status.status);
  if (!known.success) return { ok: false, reason: 'status.unknown' }; // "deleted" and "warning" are left from older days
  const error = known.data === 'failed' ? firstProblem(status.errors) : undefined;
  // In a group each participant has statuses of their own.
  const participant = status.recipient_participant_user_id ?? status.recipient_participant_id;
  return {
    ok: true,
    event: {
      type: 'status',
      dedupeKey: [status.id, known.data, ...(participant ? [participant.slice(0, 128)] : [])].join(':'),
      externalId: status.id,
      status: known.data,
      at: isoTime(status.timestamp, receivedAt),
      ...(status.biz_opaque_callback_data ? { callbackData: status.biz_opaque_callback_data } : {}),
      ...(error ? { error } : {}),
    },
  };
}

/** The first error of an `errors` array that has a code. */
export function firstProblem(errors: unknown): ChannelProblem | undefined {
  if (!Array.isArray(errors)) return undefined;
  for (const element of errors) {
    const read = waError.safeParse(element);
    if (!read.success) continue;
    const { code, title } = read.data;
    const { problem, sentence, retryable } = explainError(code);
    return { code: problem, detail: sentence, retryable, channelCode: code, ...(title ? { title } : {}) };
  }
  return undefined;
}

// Not `z.coerce`, which throws for an object whose `valueOf` is no function.
const numeric = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
]);
const waError = z.object({ code: numeric.pipe(z.number().int()), title: looseText });

const waStatus = z.object({
  id: messageId,
  status: anything,
  timestamp: anything,
  biz_opaque_callback_data: looseText,
  recipient_participant_id: looseText,
  recipient_participant_user_id: looseText,
  errors: anything,
});
