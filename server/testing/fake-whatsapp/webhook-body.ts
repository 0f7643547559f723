import type { Referral } from '../../channels/channel';
import { type CustomerContent, wireContent } from './customer-content';
import type { Customer } from './customers';

/** The business number as it stands in every webhook. */
export type BusinessNumber = { readonly phoneNumberId: string; readonly displayPhoneNumber: string };

/** One update: what one webhook would hold if Meta never put several into one. */
export type Update = PersonUpdate | AccountUpdate;

export type PersonUpdate = {
  readonly kind: 'messages' | 'statuses';
  /** Id of the business number that it is about; that of the whole account if absent. */
  readonly account?: string | undefined;
  readonly customer: Customer;
  /** Whether the contact is named with it; statuses `failed` and system messages come without. */
  readonly withContact: boolean;
  readonly element: Readonly<Record<string, unknown>>;
};

/** A change of another field than `messages`, as it stands in the webhook; `at` in milliseconds since 1970. */
export type AccountUpdate = {
  readonly kind: 'account';
  readonly field: string;
  readonly value: unknown;
  readonly at: number;
};

/**
 * Updates as one webhook body, as Meta batches them: each message and status in a change of its own, since contacts differ, and
 * each account change in an entry of its own, since those have a time.
 */
export function webhookBody(updates: readonly Update[], number: BusinessNumber): object {
  const changes = updates.flatMap((update) => {
    return update.kind === 'account' ? [] : [{ field: 'messages', value: changeValue(update, number) }];
  });
  const accountEntries = updates.flatMap((update) => {
    if (update.kind !== 'account') return [];
    const { field, value, at } = update;
    return [{ id: accountId, time: seconds(at), changes: [{ field, value }] }];
  });
  const entry = [...(changes.length > 0 ? [{ id: accountId, changes }] : []), ...accountEntries];
  return { object: 'whatsapp_business_account', entry };
}

/** A message of a customer; `at` in milliseconds since 1970. */
export function messageUpdate(
  customer: Customer,
  content: CustomerContent,
  message: {
    readonly id: string;
    readonly at: number;
    readonly contextId?: string | undefined;
    readonly forwarded?: 'once' | 'often' | undefined;
    readonly referral?: Referral | undefined;
    readonly displayPhoneNumber: string;
  },
): PersonUpdate {
  const element = {
    ...contextOf(message),
    ...(customer.hidesPhone ? {} : { from: customer.phone.slice(1) }),
    from_user_id: customer.bsuid,
    id: message.id,
    timestamp: String(seconds(message.at)),
    ...wireContent(content),
    ...(message.referral ? { referral: wireReferral(message.referral) } : {}),
  };
  return { kind: 'messages', customer, withContact: true, element };
}

/** A status of a message that the app sent. */
export function statusUpdate(
  customer: Customer,
  status: {
    readonly id: string;
    readonly status: 'sent' | 'delivered' | 'read' | 'played' | 'failed';
    readonly at: number;
    readonly callbackData?: string | undefined;
    readonly error?: { readonly code: number; readonly title: string } | undefined;
    /** What it costs; WhatsApp says so in `sent`, and in one of `delivered` and `read`. */
    readonly pricing?: WirePricing | undefined;
  },
): PersonUpdate {
  const element = {
    id: status.id,
    status: status.status,
    timestamp: String(seconds(status.at)),
    ...(customer.hidesPhone ? {} : { recipient_id: customer.phone.slice(1) }),
    ...(status.status === 'failed' ? {} : { recipient_user_id: customer.bsuid }),
    ...(status.callbackData === undefined ? {} : { biz_opaque_callback_data: status.callbackData }),
    ...(status.pricing ? { pricing: status.pricing } : {}),
    ...(status.error ? { errors: [{ ...status.error, message: status.error.title }] } : {}),
  };
  return { kind: 'statuses', customer, withContact: status.status !== 'failed', element };
}

/** A customer's wish about marketing messages, as they set it in WhatsApp itself. */
export function preferenceUpdate(
  customer: Customer,
  { wish, at, number }: { readonly wish: 'stop' | 'resume'; readonly at: number; readonly number: BusinessNumber },
): AccountUpdate {
  const contact = contactOf(customer);
  const preference = {
    ...(contact.wa_id ? { wa_id: contact.wa_id } : {}),
    user_id: contact.user_id,
    detail: `User requested to ${wish} marketing messages`,
    category: 'marketing_messages',
    value: wish,
    timestamp: seconds(at),
  };
  const value = {
    messaging_product: 'whatsapp',
    metadata: metadataOf(number),
    contacts: [contact],
    user_preferences: [preference],
  };
  return { kind: 'account', field: 'user_preferences', value, at };
}

/** Somebody under a new number: told without their contact, and without the numbers if those are hidden. */
export function renumberedUpdate(
  { before, after }: { readonly before: Customer; readonly after: Customer },
  message: { readonly id: string; readonly at: number },
): PersonUpdate {
  const ids = { user_id: after.bsuid, previous_user_id: before.bsuid };
  const system = after.hidesPhone
    ? { type: 'user_changed_user_id', body: `User changed from ${before.bsuid} to ${after.bsuid}`, ...ids }
    : { type: 'user_changed_number', body: `User ${after.name} changed`, wa_id: after.phone.slice(1), ...ids };
  const element = {
    ...(before.hidesPhone ? {} : { from: before.phone.slice(1) }),
    id: message.id,
    timestamp: String(seconds(message.at)),
    type: 'system',
    system,
  };
  return { kind: 'messages', customer: after, withContact: false, element };
}

export type WirePricing = {
  readonly billable: boolean;
  readonly pricing_model: string;
  readonly type: string;
  readonly category: string;
};

const accountId = '330022003300220';

function seconds(atMs: number): number {
  return Math.floor(atMs / 1000);
}

function changeValue({ kind, account, customer, withContact, element }: PersonUpdate, number: BusinessNumber): object {
  return {
    messaging_product: 'whatsapp',
    metadata: metadataOf({ ...number, ...(account ? { phoneNumberId: account } : {}) }),
    ...(withContact ? { contacts: [contactOf(customer)] } : {}),
    [kind]: [element],
  };
}

function metadataOf({ displayPhoneNumber, phoneNumberId }: BusinessNumber): object {
  return { display_phone_number: displayPhoneNumber, phone_number_id: phoneNumberId };
}

function contactOf({ name, username, hidesPhone, phone, bsuid }: Customer) {
  return {
    profile: { name, ...(username ? { username } : {}) },
    ...(hidesPhone ? {} : { wa_id: phone.slice(1) }),
    user_id: bsuid,
  };
}

/** What a message answers, or that it was passed on: then WhatsApp names no other message. */
function contextOf(message: Parameters<typeof messageUpdate>[2]): object {
  if (message.forwarded) {
    return { context: message.forwarded === 'often' ? { frequently_forwarded: true } : { forwarded: true } };
  }
  return message.contextId ? { context: { from: message.displayPhoneNumber, id: message.contextId } } : {};
}

function wireReferral({ sourceType, sourceId, sourceUrl, headline, body, clickId }: Referral): object {
  return {
    source_url: sourceUrl,
    source_id: sourceId,
    source_type: sourceType,
    headline,
    body,
    media_type: 'image',
    image_url: 'https://scontent.xx.fbcdn.net/v/t45.1',
    ctwa_clid: clickId,
  };
}
