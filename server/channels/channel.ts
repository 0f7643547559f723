import { z } from 'zod';
import type { ChannelPayload, RenderWords } from '@/flows/rendering/channel-payload';
import { incomingContent, type OutgoingContent } from '@/flows/schema/message';

/**
 * What the runtime asks of a place where customers write to us. Everything but what sends and fetches is pure: it reads
 * no clock, no network and no database, and never throws for anything that arrives.
 */
export type Channel = {
  readonly id: ChannelId;
  /** Our addresses on it (WhatsApp: phone number ids), the one that begins conversations first; never empty. */
  readonly accounts: readonly [string, ...string[]];
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
  acknowledge(externalId: string, sign: 'read' | 'typing', options: CallOptions): Promise<AcknowledgeResult>;
  /** Fetches a customer's file, `mostBytes` at most. Never throws. */
  fetchFile(mediaId: string, options: CallOptions & { readonly mostBytes: number }): Promise<FetchedFile>;
  /** Hands a file of ours to the channel, to be sent by what it gives back. Never throws. */
  uploadFile(file: FileToUpload, options: CallOptions): Promise<UploadedFile>;
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
  needsPerson: z.boolean().optional(), // it passes only when somebody acts
  channelCode: z.number().optional(), // the channel's own number
  title: z.string().optional(), // the channel's own words
});
export type ChannelProblem = Readonly<z.infer<typeof channelProblem>>;

/** The ad or post that a conversation came from; the words are the advertiser's. */
export const referral = z.object({
  sourceType: z.string().optional(), // "ad" or "post"
  sourceId: z.string().optional(),
  sourceUrl: z.string().optional(),
  headline: z.string().optional(),
  body: z.string().optional(),
  clickId: z.string().optional(), // ctwa_clid
});
export type Referral = Readonly<z.infer<typeof referral>>;

/** What a message costs, as the channel says; the price itself is in our settings. */
export const pricing = z.object({
  category: z.string(), // service, utility, marketing, authentication, …
  type: z.string(), // regular (billed), free_customer_service, free_entry_point, …
  model: z.string().optional(), // PMP
});
export type Pricing = Readonly<z.infer<typeof pricing>>;

const templateNamed = { name: z.string(), language: z.string(), templateId: z.string().optional() };

/** What a channel tells about our own account, or about who somebody is, beside messages and their statuses. */
export const accountFact = z.discriminatedUnion('type', [
  /** One person under a new number or user id. */
  z.object({ type: z.literal('identity.changed'), previous: sender, next: sender }),
  z.object({ type: z.literal('preference.changed'), sender, marketing: z.enum(['stop', 'resume']) }),
  z.object({
    type: z.literal('template.status'),
    ...templateNamed,
    status: z.string(), // APPROVED, REJECTED, PAUSED, DISABLED, …
    reason: z.string().optional(),
  }),
  z.object({ type: z.literal('template.quality'), ...templateNamed, quality: z.string() }), // GREEN, YELLOW, RED
  /** `next` is what it will become, when Meta announces that beforehand. */
  z.object({
    type: z.literal('template.category'),
    ...templateNamed,
    category: z.string(),
    next: z.string().optional(),
  }),
  z.object({ type: z.literal('template.edited'), ...templateNamed }),
  /** Quality, throughput or the limit of unique contacts in 24 hours (null: without limit). */
  z.object({
    type: z.literal('number.changed'),
    displayNumber: z.string().optional(),
    event: z.string().optional(),
    throughput: z.string().optional(),
    contactsPerDay: z.number().nullable().optional(),
  }),
  z.object({
    type: z.literal('number.named'),
    displayNumber: z.string().optional(),
    decision: z.string(),
    name: z.string().optional(),
    reason: z.string().optional(),
  }),
  z.object({
    type: z.literal('account.alert'),
    severity: z.enum(['critical', 'warning', 'information']),
    code: z.string(),
    detail: z.string(),
  }),
  z.object({ type: z.literal('other') }),
]);
export type AccountFact = Readonly<z.infer<typeof accountFact>>;

/** One fact from a webhook. `dedupeKey` is the same however often the channel repeats the fact. Survives JSON. */
export const inboundEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message'),
    dedupeKey: z.string(),
    externalId: z.string(),
    sender,
    at: z.string(), // ISO UTC, by the channel's clock
    content: incomingContent,
    account: z.string().optional(), // which of our addresses it was written to
    contextExternalId: z.string().optional(), // the message that was quoted, or whose button was tapped
    forwarded: z.enum(['once', 'often']).optional(),
    referral: referral.optional(),
  }),
  z.object({
    type: z.literal('status'),
    dedupeKey: z.string(),
    externalId: z.string(), // of the message that we sent
    status: deliveryStatus,
    at: z.string(),
    account: z.string().optional(), // which of our addresses sent it
    callbackData: z.string().optional(), // our outbox id
    error: channelProblem.optional(),
    pricing: pricing.optional(),
  }),
  z.object({
    type: z.literal('account'),
    dedupeKey: z.string(),
    field: z.string(),
    at: z.string(),
    account: z.string().optional(),
    fact: accountFact,
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

/** `deadlineMs`: how long this one attempt may take from now, in milliseconds. Without `account` the first of ours is used. */
export type CallOptions = { readonly deadlineMs: number; readonly account?: string | undefined };
export type SendOptions = CallOptions & { readonly outboxId: string };

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
  readonly mostAttempts?: number; // of a message that fails with this, when it is fewer than usual
  readonly needsPerson?: boolean; // it passes only when somebody acts
  readonly detail: string; // for an officer; no personal data
};

/** `retryable`: it may be there at another try; otherwise it is gone, too large, or refused for good. */
export type FetchedFile =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly mimeType: string; readonly sha256: string | undefined }
  | { readonly ok: false; readonly code: string; readonly retryable: boolean };

export type FileToUpload = { readonly bytes: Uint8Array; readonly mimeType: string; readonly filename: string };

/** `fields` is what a payload names the file by; it is good until `expiresAt` (ISO UTC). */
export type UploadedFile =
  | {
      readonly ok: true;
      readonly fields: { readonly id: string } | { readonly link: string };
      readonly expiresAt: string;
    }
  | { readonly ok: false; readonly code: string; readonly detail: string; readonly retryable: boolean };

export type AcknowledgeResult = { readonly ok: true } | { readonly ok: false; readonly code: string };
