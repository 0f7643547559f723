import type { TurnEvent } from '@/flows/schema/events';
import type { IncomingContent, OutgoingContent } from '@/flows/schema/message';
import type { Session, Wait } from '@/flows/schema/session';
import type { SlotValue } from '@/flows/schema/slots';
import type { Understanding } from '@/flows/schema/understanding';
import type { LeadScore } from '../leads/score-lead';

/**
 * What the screens see of a conversation. Plain JSON: times are ISO UTC. Made by `read-conversation.ts`.
 */
export type ConversationView = Readonly<{
  contact: ContactView;
  /** Oldest first; with `sinceMessageId` only those after it. */
  messages: readonly MessageView[];
  /** The ticks of the newest messages of ours, also of those that `sinceMessageId` left out: they change later. */
  ticks: readonly TickView[];
  /** Oldest first; the turns that the messages belong to. */
  turns: readonly TurnView[];
  session: SessionView | null;
  /** True while a message of the customer waits for its turn: the moment to show "typing…". */
  isReplying: boolean;
}>;

export type ContactView = Readonly<{
  id: string;
  channel: 'whatsapp' | 'simulator';
  name: string | null;
  language: string;
  optedOutAt: string | null;
  lastMessageAt: string | null;
  /** The first words of the newest message. */
  lastText: string | null;
  flowId: string | null;
  flowVersion: number | null;
  state: string | null;
}>;

export type MessageView = IncomingMessageView | OutgoingMessageView;

export type IncomingMessageView = Readonly<{
  direction: 'in';
  id: string;
  at: string;
  turnId: string | null;
  /** A voice note with what was heard in it, once it was. */
  content: IncomingContent;
  /** The channel's id of the message of ours that it answers visibly, or whose button was tapped. */
  quotes: string | null;
  /** The file that came with it. */
  file: FileView | null;
  /** `pending` until its turn is done; `dead` when the turn failed for good and an officer must look. */
  status: 'pending' | 'handled' | 'ignored' | 'dead';
}>;

export type FileView = Readonly<{
  /** Where it can be opened for some minutes; null while it is not stored, or never will be. */
  url: string | null;
  /** What its bytes say, once it is stored; before that, what the sender says. */
  mimeType: string | null;
  filename: string | null;
  byteSize: number | null;
  durationMs: number | null;
  status: 'waiting' | 'stored' | 'failed';
  /** Of a voice note: whether it was heard; `none` for other files. */
  transcriptStatus: 'none' | 'waiting' | 'heard' | 'unheard';
  problemCode: string | null;
}>;

export type OutgoingMessageView = Readonly<{
  direction: 'out';
  id: string;
  at: string;
  turnId: string | null;
  /** What the flow said, in one language. */
  content: OutgoingContent;
  /**
   * What the customer's phone shows: the same content as the channel draws it, one for each message on the wire. What is said
   * aloud too stands last: as words that are still to be spoken (`speech`), then as the voice note.
   */
  payloads: readonly unknown[];
  /** The channel's id of each of them, which a reaction or a quotation names; null until it has one. */
  externalIds: readonly (string | null)[];
  textKeys: readonly string[];
  language: string;
  status: OutgoingStatus;
  /** Why it was not sent, for an officer. */
  problem: Readonly<{ code: string; detail: string }> | null;
}>;

/** `unknown`: it may or may not have reached the channel, and is not sent again by itself. */
export type OutgoingStatus = 'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown' | 'cancelled';

export type TickView = Readonly<{ messageId: string; status: OutgoingStatus }>;

/** Everything between one wait and the next, as the turn's record says. */
export type TurnView = Readonly<{
  id: string;
  seq: number;
  at: string;
  flowId: string;
  flowVersion: number;
  input: 'started' | 'replied' | 'timedOut' | 'effectSettled';
  /** The messages of the customer that this turn answers. */
  messageIds: readonly string[];
  stateBefore: string | null;
  stateAfter: string;
  /** The states that were entered, in order, with how they were reached. */
  path: readonly Readonly<{ state: string; transition: string | null; outcome: string | null }>[];
  understanding: Understanding | null;
  /** Slots that this turn filled, each with the words that it was read from. */
  slots: readonly TurnSlotView[];
  events: readonly TurnEvent[];
  timings: TurnTimings;
  /** What reading it with a model used up; zero where none was asked. */
  cost: Readonly<{ llmTokens: number; llmInr: number }>;
}>;

export type TurnSlotView = Readonly<{
  slot: string;
  value: SlotValue;
  previous: SlotValue | null;
  source: 'customer' | 'flow' | 'effect' | 'officer';
  confidence: number;
  messageId: string | null;
  span: Readonly<{ start: number; end: number; text: string }> | null;
}>;

/** Milliseconds. `waitedMs`: from the customer's last message until the turn was taken, the burst window included. */
export type TurnTimings = Readonly<{
  waitedMs: number;
  understandMs: number;
  runMs: number;
  effectsMs: number;
}>;

/** Where a conversation stands now. */
export type SessionView = Readonly<{
  id: string;
  flowId: string;
  /** 0 is the draft. */
  flowVersion: number;
  status: Session['status'];
  state: string;
  wait: Wait | null;
  language: string;
  slots: Session['slots'];
  interest: number;
  /** How ready the customer is for an officer at this moment, and what it is made of. */
  lead: LeadScore;
  turn: number;
  startedAt: string;
}>;
