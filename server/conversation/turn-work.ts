import type { ChannelPayload } from '@/flows/rendering/channel-payload';
import type { TurnEvent } from '@/flows/schema/events';
import type { Flow } from '@/flows/schema/flow';
import type { OutgoingContent } from '@/flows/schema/message';
import type { Session } from '@/flows/schema/session';
import type { TurnInput } from '@/flows/schema/turn-input';
import type { ProductFacts } from '@/prompts/facts/product-facts';
import type { LanguagePack } from '@/prompts/language-pack';
import type { CampaignEntry } from '../campaigns/plan/campaign-plan';
import type { ChannelId } from '../channels/channel';
import type { PublishedFlow } from '../flows/store';
import type { FollowUpSettings } from '../followups/settings/follow-up-settings';
import type { OfficeTime } from '../handovers/office-time';
import type { MessagePayload, StartPayload } from '../inbox/inbox-item';
import type { OutreachSettings } from '../outreach/outreach-settings';
import type { SpeechSettings } from '../speech/settings/speech-settings';
import type { ReadTurnMessages } from '../understanding/turn-reader';
import type { TurnTimings } from './conversation-view';
import type { PerformEffect } from './effects/perform-effect';

/** What there is to do for a contact whose turn was claimed, as it stood in the database. */
export type TurnWork = {
  readonly contact: WorkContact;
  readonly session: StoredSession | null;
  /** The flow and version that the contact's last session ran. */
  readonly lastFlow: { readonly flowId: string; readonly flowVersion: number } | null;
  /** Pending, oldest first, no more than one turn takes. */
  readonly entries: readonly WorkEntry[];
  /** More are pending than `entries` holds. */
  readonly more: boolean;
};

export type WorkContact = {
  readonly id: string;
  readonly channel: ChannelId;
  readonly language: string;
  readonly timezone: string;
  readonly optedOutAt: string | null;
  /** The open handover: somebody waits for an officer, or one has taken the conversation over and the bot says nothing. */
  readonly handover: 'requested' | 'taken' | null;
  /** When they were told that an officer calls; null where they were not. */
  readonly promisedAt: string | null;
  /** How often they wrote in each hour of their own day: 24 numbers, or none yet. */
  readonly replyHours: readonly number[];
  /** When we last wrote first; what they write after it may be the answer. */
  readonly reachedAt: string | null;
  /** Where an answer to a campaign whose message may have arrived enters a flow. */
  readonly entry: CampaignEntry | null;
};

export type StoredSession = {
  readonly state: Session;
  readonly version: number;
  /** When its wait runs out, as it was planned. */
  readonly wakeAt: string | null;
};

export type WorkEntry = {
  readonly id: string;
  readonly occurredAt: string;
  readonly receivedAt: string;
} & (
  | { readonly kind: 'message'; readonly payload: MessagePayload; readonly file: EntryFile | null }
  | { readonly kind: 'start'; readonly payload: StartPayload }
);
/** The file that came with a message; what was heard in a voice note stands in the message's content. */
export type EntryFile = { readonly transcriptStatus: 'none' | 'waiting' | 'heard' | 'unheard' };
export type MessageEntry = Extract<WorkEntry, { kind: 'message' }>;
export type StartEntry = Extract<WorkEntry, { kind: 'start' }>;

/** One run of the engine within a turn; an effect makes two of them. */
export type TurnRun = {
  readonly id: string;
  readonly before: Session;
  readonly input: TurnInput;
  readonly session: Session;
  readonly events: readonly TurnEvent[];
  readonly upload: TurnUploadLink;
  readonly timings: TurnTimings;
  readonly nowMs: number;
};

/** The page where the customer of a turn can hand in documents. It is opened when the turn says its address. */
export type TurnUploadLink = { readonly url: string; readonly tokenHash: string };

/** What taking a turn needs of the world around it. */
export type TurnWorld = {
  readonly nowMs: () => number;
  readonly activeFlows: ReadonlyMap<string, PublishedFlow>;
  readonly subflows: Readonly<Record<string, Flow>>;
  /** What answers a contact who never ran a flow before. */
  readonly defaultFlowId: string;
  /** Undefined for a flow or version that is not there. */
  readonly readFlow: (flowId: string, version: number) => Promise<Flow | undefined>;
  readonly facts: ProductFacts;
  /** When people may be written to first. */
  readonly outreach: OutreachSettings;
  readonly followUps: FollowUpSettings;
  /** When officers are at work; null: always. */
  readonly office: OfficeTime | null;
  readonly packs: Readonly<Record<string, LanguagePack>>;
  readonly understand: ReadTurnMessages;
  readonly render: (channel: ChannelId, content: OutgoingContent, language: string) => readonly ChannelPayload[];
  readonly performEffect: PerformEffect;
  /** The same for the same turn, however often it is taken. */
  readonly uploadLink: (turnId: string) => TurnUploadLink;
  /** When answers are spoken too, as the owner set it; null when nothing is there that could speak. */
  readonly speaks: SpeechSettings['reply'] | null;
};
