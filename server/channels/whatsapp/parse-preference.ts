import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AccountFact } from '../channel';
import type { Parsed, Surroundings } from './parsed';
import { readSender } from './read-sender';
import { isoTime, looseText, withoutGaps } from './read-value';

/**
 * One of a webhook's `user_preferences`: a customer stops marketing messages, or takes them again, in WhatsApp itself.
 * It has no id of its own; who, what and when make one, so that a repetition is known and a change of mind is not one.
 * `place` makes one where the time is missing.
 */
export function parsePreference(element: unknown, place: string, around: Surroundings): Parsed {
  const read = waPreference.safeParse(element);
  if (!read.success) return { ok: false, reason: 'preference.malformed' };
  const { wa_id, user_id, category, value, timestamp } = read.data;
  const sender = readSender([wa_id, user_id], around.contacts);
  if (!sender) return { ok: false, reason: 'preference.withoutSender' };
  const { account, receivedAt } = around;
  const marketing = category === undefined || category === 'marketing_messages' ? wishes.get(value ?? '') : undefined;
  const fact: AccountFact = marketing ? { type: 'preference.changed', sender, marketing } : { type: 'other' };
  const identity = JSON.stringify([account, sender.bsuid ?? sender.phone, category, value, timestamp ?? place]);
  const dedupeKey = `preference:${createHash('sha256').update(identity).digest('hex')}`;
  const at = isoTime(timestamp, receivedAt);
  return { ok: true, event: withoutGaps({ type: 'account', dedupeKey, field: 'user_preferences', at, account, fact }) };
}

const wishes: ReadonlyMap<string, 'stop' | 'resume'> = new Map([
  ['stop', 'stop'],
  ['resume', 'resume'],
  ['signup', 'resume'], // by a link of ours that offers them
]);

const waPreference = z.object({
  wa_id: looseText,
  user_id: looseText,
  category: looseText,
  value: looseText,
  timestamp: looseText,
});
