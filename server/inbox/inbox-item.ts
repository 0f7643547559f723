import { z } from 'zod';
import { incomingContent } from '@/flows/schema/message';
import { slotName, slotValue } from '@/flows/schema/slots';
import { type ChannelId, channelProblem, deliveryStatus, type InboundEvent, type Sender } from '../channels/channel';

/** What an inbox entry of kind `message` keeps. `messageId` is the channel's id of it. */
export const messagePayload = z.object({
  messageId: z.string(),
  content: incomingContent,
  contextExternalId: z.string().optional(),
  /** How long the text was, when it was too long to be kept whole. */
  fullLength: z.int().optional(),
});
export type MessagePayload = Readonly<z.infer<typeof messagePayload>>;

/** What an entry of kind `status` keeps; `outboxId` is null unless it can be one of ours. */
export const statusPayload = z.object({
  outboxId: z.uuid().nullable(),
  status: deliveryStatus,
  error: channelProblem.optional(),
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
});
export type StartPayload = Readonly<z.infer<typeof startPayload>>;

export type AccountPayload = { readonly field: string; readonly code: string | null };

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
      return { ...common, kind: 'message', sender: event.sender, payload: toMessagePayload(event) };
    case 'status': {
      const outboxId = uuid.safeParse(event.callbackData);
      const error = event.error ? { error: event.error } : {};
      const payload = { outboxId: outboxId.data ?? null, status: event.status, ...error };
      return { ...common, kind: 'status', subjectId: event.externalId, payload };
    }
    case 'account':
      return { ...common, kind: 'account', payload: { field: event.field, code: event.error?.code ?? null } };
    default:
      return event satisfies never;
  }
}

const uuid = z.uuid();
const LONGEST_TEXT = 8_192; // twice what WhatsApp lets a customer write

function toMessagePayload(event: Extract<InboundEvent, { type: 'message' }>): MessagePayload {
  const { content, externalId, contextExternalId } = event;
  const common = { messageId: externalId, ...(contextExternalId ? { contextExternalId } : {}) };
  if (content.type !== 'text' || content.text.length <= LONGEST_TEXT) return { ...common, content };
  const cut = { ...content, text: content.text.slice(0, LONGEST_TEXT) };
  return { ...common, content: cut, fullLength: content.text.length };
}
