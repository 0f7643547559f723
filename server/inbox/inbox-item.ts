import { z } from 'zod';
import { incomingContent } from '@/flows/schema/message';
import { slotName, slotValue } from '@/flows/schema/slots';
import {
  accountFact,
  type ChannelId,
  channelProblem,
  deliveryStatus,
  type InboundEvent,
  pricing,
  referral,
  type Sender,
} from '../channels/channel';

/** What an inbox entry of kind `message` keeps. `messageId` is the channel's id of it. */
export const messagePayload = z.object({
  messageId: z.string(),
  content: incomingContent,
  contextExternalId: z.string().optional(),
  /** Which of our addresses it was written to. */
  account: z.string().optional(),
  forwarded: z.enum(['once', 'often']).optional(),
  referral: referral.optional(),
  /** How long the text was, when it was too long to be kept whole. */
  fullLength: z.int().optional(),
});
export type MessagePayload = Readonly<z.infer<typeof messagePayload>>;

/** What an entry of kind `status` keeps; `outboxId` is null unless it can be one of ours. */
export const statusPayload = z.object({
  outboxId: z.uuid().nullable(),
  status: deliveryStatus,
  error: channelProblem.optional(),
  pricing: pricing.optional(),
});
export type StatusPayload = Readonly<z.infer<typeof statusPayload>>;

/** What an entry of kind `start` keeps: the business begins, or begins anew, a conversation. */
export const startPayload = z.object({
  flowId: z.string(),
  /** 0 is the draft. */
  flowVersion: z.int().nonnegative(),
  state: z.string().nullable(),
  language: z.string(),
  slots: z.record(slotName, slotValue),
  /** What the conversation before knew stays known. */
  continues: z.boolean().optional(),
});
export type StartPayload = Readonly<z.infer<typeof startPayload>>;

/** What an entry of kind `account` keeps. */
export const accountPayload = z.object({
  field: z.string(),
  account: z.string().nullable(),
  fact: accountFact,
  error: channelProblem.nullable(),
});
export type AccountPayload = Readonly<z.infer<typeof accountPayload>>;

/** One thing that came in, on its way into the inbox. */
export type InboxItem = {
  readonly channel: ChannelId;
  /** The same however often the channel repeats it. */
  readonly externalId: string;
  readonly occurredAt: string;
  /** Whose it is, when that is known already; otherwise `sender` tells. */
  readonly contactId?: string;
  readonly sender?: Sender;
  /** Of a status: the channel's id of the message that it is about. */
  readonly subjectId?: string;
} & (
  | { readonly kind: 'message'; readonly payload: MessagePayload }
  | { readonly kind: 'status'; readonly payload: StatusPayload }
  | { readonly kind: 'account'; readonly payload: AccountPayload }
  | { readonly kind: 'start'; readonly payload: StartPayload }
);

/** A channel's event as what the inbox keeps of it. */
export function toInboxItem(channel: ChannelId, event: InboundEvent): InboxItem {
  const common = { channel, externalId: event.dedupeKey, occurredAt: event.at };
  switch (event.type) {
    case 'message':
      return { ...common, kind: 'message', sender: senderOf(event), payload: toMessagePayload(event) };
    case 'status': {
      const outboxId = uuid.safeParse(event.callbackData);
      const { status, error, pricing } = event;
      const payload = {
        outboxId: outboxId.data ?? null,
        status,
        ...(error ? { error } : {}),
        ...(pricing ? { pricing } : {}),
      };
      return { ...common, kind: 'status', subjectId: event.externalId, payload };
    }
    case 'account': {
      const { field, fact, account = null, error = null } = event;
      return { ...common, kind: 'account', payload: { field, account, fact, error } };
    }
    default:
      return event satisfies never;
  }
}

/** Who sends their own card, asked for it, tells the number that WhatsApp keeps from us. */
function senderOf({ sender, content }: Extract<InboundEvent, { type: 'message' }>): Sender {
  if (sender.phone !== undefined || content.type !== 'contacts' || !content.isOwn) return sender;
  const digits = content.cards[0]?.phones[0]?.replace(/\D/g, '') ?? '';
  return /^[1-9]\d{7,14}$/.test(digits) ? { ...sender, phone: `+${digits}` } : sender;
}

const uuid = z.uuid();
const LONGEST_TEXT = 8_192; // twice what WhatsApp lets a customer write

function toMessagePayload(event: Extract<InboundEvent, { type: 'message' }>): MessagePayload {
  const { content, externalId, contextExternalId, account, forwarded, referral } = event;
  const common = {
    messageId: externalId,
    ...(contextExternalId ? { contextExternalId } : {}),
    ...(account ? { account } : {}),
    ...(forwarded ? { forwarded } : {}),
    ...(referral ? { referral } : {}),
  };
  if (content.type !== 'text' || content.text.length <= LONGEST_TEXT) return { ...common, content };
  const cut = { ...content, text: content.text.slice(0, LONGEST_TEXT) };
  return { ...common, content: cut, fullLength: content.text.length };
}
