import type { z } from 'zod';
import type { AccountFact, Sender } from '../channel';
import type { Parsed, Surroundings } from './parsed';
import { ContactBook, readSender } from './read-sender';
import { isoTime, looseObject, looseText, shortName, withoutGaps } from './read-value';

/** A message of type `system`, which no customer wrote: WhatsApp tells that somebody's number or user id has changed. */
export function parseSystem(message: SystemMessage, { account, receivedAt }: Surroundings): Parsed {
  const field = shortName(`messages.system.${message.system?.type ?? 'unknown'}`);
  const at = isoTime(message.timestamp, receivedAt);
  const fact = identityChange(message);
  return { ok: true, event: withoutGaps({ type: 'account', dedupeKey: message.id, field, at, account, fact }) };
}

/** `customer` and `new_wa_id` are what older webhooks call the number before and the number now. */
export const waSystem = looseObject({
  type: looseText,
  wa_id: looseText,
  new_wa_id: looseText,
  customer: looseText,
  user_id: looseText,
  previous_user_id: looseText,
});

type SystemMessage = {
  readonly id: string;
  readonly timestamp?: unknown;
  readonly from?: string | undefined;
  readonly from_user_id?: string | undefined;
  readonly system?: z.infer<typeof waSystem>;
};

const changes: readonly (string | undefined)[] = [
  'user_changed_number',
  'user_changed_user_id',
  'customer_changed_number',
];

/** Who it was, and who it is now. Either may be known by only one of its ids. */
function identityChange({ from, from_user_id, system }: SystemMessage): AccountFact {
  if (!changes.includes(system?.type)) return { type: 'other' };
  const next = sender([system?.wa_id, system?.new_wa_id, system?.user_id]);
  const before = sender([system?.previous_user_id, system?.customer, from, from_user_id]);
  // An id that the sender has now says nothing about who they were.
  const previous = withoutGaps({
    phone: before.phone === next.phone ? undefined : before.phone,
    bsuid: before.bsuid === next.bsuid ? undefined : before.bsuid,
  });
  const isTold = isKnown(previous) && isKnown(next);
  return isTold ? { type: 'identity.changed', previous, next } : { type: 'other' };
}

function sender(ids: readonly (string | undefined)[]): Sender {
  return readSender(ids, nobody) ?? {};
}

const nobody = new ContactBook([]);

function isKnown({ phone, bsuid }: Sender): boolean {
  return phone !== undefined || bsuid !== undefined;
}
