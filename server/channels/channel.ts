import { z } from 'zod';
import type { ChannelPayload, RenderWords } from '@/flows/rendering/channel-payload';
import { incomingContent, type OutgoingContent } from '@/flows/schema/message';

/**
 * What the runtime asks of a place where customers write to us. Everything but `send` and `acknowledge` is pure: it reads
 * no clock, no network and no database, and never throws for anything that arrives.
 */
export type Channel = {
  readonly id: ChannelId;
  /** True if the body was signed by the channel. Nothing may be read from a body before this said yes. */
  verify(rawBody: Uint8Array, headers: Headers): boolean;
  /** The text to answer a subscription request (webhook GET) with, or undefined if it must be refused with 403. */
  confirmSubscription(query: URLSearchParams): string | undefined;
  /** A webhook's body as events. `receivedAt` (ISO UTC) stands in where the channel gave no usable time. */
  parse(rawBody: Uint8Array, receivedAt: string): ParsedWebhook;
  /**
   * One content as 0..n payloads, each one message on the wire and one outbox row: a payload is what `send` sends once.
   * Only a text with nothing in it gives none.
   */
  render(content: OutgoingContent, words?: RenderWords): ChannelPayload[];
  /** Sends one payload once. Never throws and never tries again: that is the outbox's decision. */
  send(payload: ChannelPayload, to: Recipient, options: SendOptions): Promise<SendResult>;
  /** Ticks a customer's message blue, or also shows "typing…" (25 s at most). A nicety: failure is to be ignored. */
  acknowledge(externalId: string, sign: 'read' | 'typing', options: { deadlineMs: number }): Promise<AcknowledgeResult>;
};

export const channelId = z.enum(['whatsapp', 'simulator']);
export type ChannelId = z.infer<typeof channelId>;

/** Who wrote, as far as the channel tells: a phone, a business-scoped user id, or both; never neither. */
export const sender = z.object({
  phone: z.string().optional(), // E.164 with +
  bsuid: z.string().optional(),
  username: z.string().optional(), // without @; never a key, it can change hands
  profileName: z.string().optional(),
});
export type Sender = Readonly<z.infer<typeof sender>>;

export const deliveryStatus = z.enum(['sent', 'delivered', 'read', 'played', 'failed']);

/** Why a message was refused or failed: our own lasting code and a sentence for an officer. Holds no personal data. */
export const channelProblem = z.object({
  code: z.string(), // noun.problem
  detail: z.string(),
  retryable: z.boolean(),
  channelCode: z.number().optional(), // the channel's own number
  title: z.string().optional(), // the channel's own words
});
export type ChannelProblem = Readonly<z.infer<typeof channelProblem>>;

/** One fact from a webhook. `dedupeKey` is the same however often the channel repeats the fact. Survives JSON. */
export const inboundEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message'),
    dedupeKey: z.string(),
    externalId: z.string(),
    sender,
    at: z.string(), // ISO UTC, by the channel's clock
    content: incomingContent,
    contextExternalId: z.string().optional(), // the message that was quoted, or whose button was tapped
  }),
  z.object({
    type: z.literal('status'),
    dedupeKey: z.string(),
    externalId: z.string(), // of the message that we sent
    status: deliveryStatus,
    at: z.string(),
    callbackData: z.string().optional(), // our outbox id
    error: channelProblem.optional(),
  }),
  z.object({
    type: z.literal('account'),
    dedupeKey: z.string(),
    field: z.string(),
    at: z.string(),
    error: channelProblem.optional(),
  }),
]);
export type InboundEvent = Readonly<z.infer<typeof inboundEvent>>;

export type ParsedWebhook =
  | { readonly ok: true; readonly events: readonly InboundEvent[]; readonly skipped: readonly SkippedElement[] }
  | { readonly ok: false; readonly reason: 'body.notJson' | 'body.notWebhook' | 'channel.hasNoWebhook' };

/** Elements of a webhook that make no event, grouped by reason; `path` is where the first one stood. No personal data. */
export type SkippedElement = { readonly reason: string; readonly path: string; readonly count: number };

export type Recipient = { readonly phone?: string | undefined; readonly bsuid?: string | undefined };

/** `deadlineMs`: how long this one attempt may take from now, in milliseconds. */
export type SendOptions = { readonly outboxId: string; readonly deadlineMs: number };

export type SendResult = { readonly ok: true; readonly externalId: string } | SendFailure;

/**
 * `rejected`: surely not sent. `unknown`: it may have been sent, so it must not be sent again before that is known.
 * `scope` says what should wait with it: this message only, everything to this contact, or the whole channel.
 */
export type SendFailure = {
  readonly ok: false;
  readonly outcome: 'rejected' | 'unknown';
  readonly code: string; // noun.problem
  readonly retryable: boolean; // false whenever the outcome is unknown
  readonly retryAfterSeconds?: number;
  readonly scope: 'message' | 'contact' | 'channel';
  readonly detail: string; // for an officer; no personal data
};

export type AcknowledgeResult = { readonly ok: true } | { readonly ok: false; readonly code: string };
