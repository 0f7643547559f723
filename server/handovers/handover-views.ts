import type { HandoverView } from '../conversations/inbox-views';
import type { LeadDetails } from '../leads/page/lead-details';

/** What an officer sees who is about to take a conversation over: all of it fits on one screen. */
export type HandoverPacket = Readonly<{
  handover: HandoverView | null;
  language: string;
  /** How the customer sounded last. */
  tone: 'positive' | 'neutral' | 'negative' | null;
  last: readonly Readonly<{ from: 'customer' | 'bot' | 'officer'; text: string; at: string }>[];
  /** What is known of the lead; null for somebody the bot has not talked to yet. */
  lead: Pick<LeadDetails, 'facts' | 'missing' | 'nextQuestion' | 'score' | 'objections'> | null;
}>;

export type OfficerRow = Readonly<{
  id: string;
  name: string;
  languages: readonly string[];
  skills: readonly string[];
  isAvailable: boolean;
  /** Conversations that they have or that wait for them. */
  open: number;
  mostOpen: number;
}>;

/** A state at which the bot can go on. */
export type StateChoice = Readonly<{ id: string; name: string; type: string; isCurrent: boolean }>;
