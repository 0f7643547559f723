import type { LanguageCode } from '@/flows/schema/language';
import type { Understanding } from '@/flows/schema/understanding';
import type { ChannelId } from '../channels/channel';
import type { MessageView, TurnSlotView } from '../conversation/conversation-view';
import type { LeadStage } from '../leads/lead-stage';

/** What the inbox's screens see. Plain JSON: times are ISO UTC. */
export type Person = Readonly<{ id: string; name: string }>;

export type ConversationStatus = 'bot' | 'requested' | 'taken' | 'closed';

/** One conversation as the list shows it. */
export type ConversationRow = Readonly<{
  contactId: string;
  name: string | null;
  /** Masked. */
  phone: string | null;
  language: LanguageCode;
  channel: ChannelId;
  status: ConversationStatus;
  /** Whom it was routed to while it is requested, and who has it while it is taken. */
  assignee: Person | null;
  askedAt: string | null;
  /** When an officer should have answered; null where nobody waits for one. */
  slaDueAt: string | null;
  slaState: 'fine' | 'soon' | 'over' | null;
  /** When only templates may be sent; null: the window is closed, or there is none. */
  windowEndsAt: string | null;
  lastAt: string;
  lastDirection: 'in' | 'out';
  lastAuthor: 'customer' | 'bot' | 'officer';
  /** The first words of the newest message. */
  preview: string;
  unread: number;
  score: number | null;
  band: 'hot' | 'warm' | 'cold' | null;
  stage: LeadStage | null;
  snoozedUntil: string | null;
}>;

export type ConversationPage = Readonly<{ rows: readonly ConversationRow[]; next: string | null }>;

/** How many there are in each queue; at 10,000 counting ends. */
export type ConversationCounts = Readonly<
  Record<'needsHuman' | 'mine' | 'bot' | 'waiting' | 'closed' | 'unreadMine', number>
>;

/** A message of a thread; what an officer wrote names them. */
export type ThreadMessage = MessageView &
  Readonly<{
    /** Its place, which reading on and `markRead` name; null while it waits for its turn. */
    position: string | null;
    authorName: string | null;
  }>;

export type HandoverView = Readonly<{
  id: string;
  status: 'requested' | 'taken' | 'returned' | 'closed';
  askedBy: 'flow' | 'customer' | 'unsure' | 'complaint' | 'officer';
  reason: string;
  summary: string;
  assignee: Person | null;
  askedAt: string;
  takenAt: string | null;
  answeredAt: string | null;
  promisedAt: string | null;
}>;

/** Why an officer can't write now: a code, and the sentence that the composer shows. */
export type WritingRefusal = Readonly<{
  code: 'conversation.notTaken' | 'conversation.others' | 'contact.optedOut' | 'window.closed';
  sentence: string;
}>;

export type Thread = Readonly<{
  contact: Readonly<{
    id: string;
    name: string | null;
    phone: string | null;
    channel: ChannelId;
    language: LanguageCode;
    timezone: string;
    optedOutAt: string | null;
  }>;
  /** Oldest first. */
  messages: readonly ThreadMessage[];
  hasMore: boolean;
  /** The open one. */
  handover: HandoverView | null;
  /** Who has taken it over; nobody else can type. */
  owner: Person | null;
  /** Free text may be sent. With `window.closed` a template still may. */
  canType: boolean;
  whyNot: WritingRefusal | null;
  window: Readonly<{ endsAt: string | null; isOpen: boolean }>;
  /** Nobody has written for so long that the bot may be better: its officer is asked whether it should go on. */
  offersReturn: boolean;
  session: Readonly<{ stateId: string; flowId: string; flowVersion: number; language: LanguageCode }> | null;
  /** How far this officer has read it. */
  readPosition: string;
}>;

/** What the bot read from the messages of one turn. */
export type BotReading = Readonly<{
  understanding: Understanding | null;
  stateBefore: string | null;
  stateAfter: string;
  path: readonly Readonly<{ state: string; transition: string | null; outcome: string | null }>[];
  slots: readonly TurnSlotView[];
}>;

export type SentMessage = Readonly<{ messageId: string }>;

export type ScheduledMessage = Readonly<{
  id: string;
  text: string;
  at: string;
  author: Person | null;
  /** Why it could not be sent; null while it is to be sent. */
  problem: string | null;
}>;

export type Draft = Readonly<{
  /** Null where no model is configured, or what it wrote was not borne out. */
  text: string | null;
  whyNot: string | null;
  groundedOn: readonly string[];
}>;

export type FilledTemplate = Readonly<{
  name: string;
  language: LanguageCode;
  category: string;
  /** In the order of its variables; an empty one must be filled by hand. */
  variables: readonly Readonly<{ name: string; value: string }>[];
  preview: string;
}>;
