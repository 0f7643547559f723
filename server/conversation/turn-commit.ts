import type { ChannelPayload, UnpreparedPayload } from '@/flows/rendering/channel-payload';
import type { TurnEvent } from '@/flows/schema/events';
import type { IncomingContent, OutgoingContent, Transcript } from '@/flows/schema/message';
import type { Session } from '@/flows/schema/session';
import type { TurnInput } from '@/flows/schema/turn-input';
import type { Understanding } from '@/flows/schema/understanding';
import type { ChannelId, Referral } from '../channels/channel';
import type { PlanStep } from '../followups/plan/plan-step';
import type { Replanning } from '../followups/plan/replan-follow-up';
import type { PlanReason } from '../followups/settings/follow-up-settings';
import type { LeadSource, LeadStage } from '../leads/lead-stage';
import type { LeadScore } from '../leads/score-lead';
import type { TurnTimings } from './conversation-view';

/** Everything that taking a contact's turn changes; it is committed in one transaction or not at all. */
export type TurnCommit = {
  readonly contactId: string;
  readonly fence: string;
  /** More came in than one turn takes: the contact stays due. */
  readonly more: boolean;
  readonly contact: ContactChange;
  readonly session: SessionChange | null;
  /** A session that another one takes the place of. */
  readonly replacedSessionId: string | null;
  readonly turns: readonly TurnRow[];
  readonly messages: readonly MessageRow[];
  readonly outbox: readonly OutboxRow[];
  readonly entries: readonly EntryRow[];
  readonly consents: readonly ConsentRow[];
  readonly followUp: FollowUpRow | null;
  /** How what this turn cancels is planned again, where it asked for nothing itself; null: it is not. */
  readonly replanning: TurnReplanning | null;
  /** A message of the customer cancels what was planned. */
  readonly cancelsFollowUps: boolean;
  readonly handovers: readonly HandoverRow[];
  /** When the customer was now told that an officer calls, also where it moves an earlier promise; null where they were not. */
  readonly promisedAt: string | null;
  readonly lead: LeadRow | null;
  readonly uploadLinks: readonly UploadLinkRow[];
};

export type ContactChange = {
  readonly language: string;
  /** By the channel's clock, of the newest message that this turn took in. */
  readonly lastInboundAt: string | null;
  readonly optOut: 'optedOut' | 'reopened' | null;
  /** Which of our addresses the newest of them was written to. */
  readonly account: string | null;
  /** When this turn answered somebody who had just come by an ad. */
  readonly adEntryAt: string | null;
  /** The hour of their own day, 0 to 23, in which they wrote; null when they did not. */
  readonly replyHour: number | null;
  /** The campaign's message whose answer this turn took. */
  readonly answeredOutboxId: string | null;
  /** They wrote within days of our having written first. */
  readonly mayAnswerFirstWords: boolean;
  readonly at: string;
};

export type SessionChange = {
  readonly state: Session;
  /** The version that was read; 0 for a session that is not stored yet. */
  readonly readVersion: number;
  readonly wakeAt: string | null;
};

export type TurnRow = {
  readonly id: string;
  readonly sessionId: string;
  readonly seq: number;
  readonly flowId: string;
  readonly flowVersion: number;
  readonly stateBefore: string | null;
  readonly stateAfter: string;
  readonly input: TurnInput;
  readonly understanding: Understanding | null;
  readonly events: readonly TurnEvent[];
  readonly timings: TurnTimings;
  readonly cost: TurnCost;
  readonly at: string;
};

/** What the turn used up of what is paid for. */
export type TurnCost = { readonly messages: number; readonly llmTokens: number; readonly llmInr: number };

export type MessageRow = {
  readonly id: string;
  readonly sessionId: string | null;
  readonly turnId: string | null;
  readonly inboxEntryId: string | null;
  readonly direction: 'in' | 'out';
  readonly channel: ChannelId;
  readonly content: IncomingContent | OutgoingContent;
  readonly textKeys: readonly string[];
  readonly language: string;
  readonly at: string;
};

export type OutboxRow = {
  readonly id: string;
  readonly messageId: string;
  readonly turnId: string;
  readonly idx: number;
  readonly channel: ChannelId;
  readonly payload: ChannelPayload | UnpreparedPayload;
  /** False for what must be made first: it keeps its place in the line. */
  readonly isPrepared: boolean;
  readonly isLastWord: boolean;
  /** It does not leave at or after then. */
  readonly leaveBefore: string | null;
};

export type EntryRow = {
  readonly id: string;
  readonly status: 'handled' | 'ignored' | 'dead';
  readonly reason: string | null;
  readonly turnId: string | null;
  /** What replaces the payload, when a sensitive number was taken out of it. */
  readonly payload: unknown;
  /** The same of what was heard in a voice note. */
  readonly transcript: Transcript | null;
};

export type ConsentRow = {
  readonly purpose: string;
  readonly status: 'given' | 'withdrawn';
  readonly noticeVersion: string | null;
  readonly language: string;
  readonly channel: ChannelId;
  readonly turnId: string;
  readonly messageId: string | null;
  readonly at: string;
};

export type FollowUpRow = {
  readonly id: string;
  readonly sessionId: string;
  readonly turnId: string;
  readonly reason: PlanReason;
  readonly summary: string;
  readonly stateId: string;
  /** Before it was moved into allowed hours. */
  readonly wantedAt: string;
  readonly dueAt: string;
  readonly steps: readonly PlanStep[];
  readonly origin: 'flow' | 'officer';
  readonly author: string | null;
  readonly authorId: string | null;
  /** An officer's own words. */
  readonly text: string | null;
};

export type TurnReplanning = Replanning & {
  readonly turnId: string;
  readonly sessionId: string;
  readonly stateId: string;
};

export type HandoverRow = {
  readonly id: string;
  readonly askedBy: 'flow' | 'customer' | 'complaint' | 'unsure';
  readonly sessionId: string;
  readonly turnId: string;
  readonly reason: string;
  readonly summary: string;
  readonly stateId: string;
};

export type LeadRow = LeadScore & {
  readonly interest: number;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly flowId: string;
  readonly stateId: string;
  /** Null: where it stands already. */
  readonly stage: LeadStage | null;
  readonly source: LeadSource;
  /** The ad or post that these messages came from; what was kept first stays. */
  readonly referral: Referral | null;
  readonly at: string;
};

/** A page for documents whose address was said. */
export type UploadLinkRow = {
  readonly tokenHash: string;
  readonly language: string;
  readonly at: string;
  readonly expiresAt: string;
};
