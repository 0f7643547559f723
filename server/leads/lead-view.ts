import type { ChannelId } from '../channels/channel';
import type { LeadBand, LeadCursor } from './filter/lead-filter';
import type { LeadSource, LeadStage } from './lead-stage';
import type { LeadReason } from './score-lead';

/** A person of ours, as lists name them. */
export type PersonView = Readonly<{ id: string; name: string }>;

/** A lead as lists show it. Times are ISO UTC, amounts rupees; for viewers names are shortened. */
export type LeadRow = Readonly<{
  contactId: string;
  name: string | null;
  /** Masked. */
  phone: string | null;
  language: string;
  channel: ChannelId;
  score: number;
  band: LeadBand;
  reasons: readonly LeadReason[];
  stage: LeadStage;
  stageAt: string;
  /** Who moved it there; null for the bot. */
  stageBy: PersonView | null;
  city: string | null;
  propertyType: string | null;
  propertyValue: number | null;
  loanAmount: number | null;
  purpose: string | null;
  /** A month. */
  income: number | null;
  assignee: PersonView | null;
  source: LeadSource;
  outcome: string | null;
  /** The next follow-up or task, whichever is sooner. */
  nextActionAt: string | null;
  /** Until when they may be written to freely; null or past: no more. */
  windowEndsAt: string | null;
  createdAt: string;
  updatedAt: string;
  lastMessageAt: string | null;
  conversationStatus: 'bot' | 'requested' | 'taken' | 'closed';
  tags: readonly string[];
  optedOut: boolean;
  /** The beginning of the newest message that a list was searched for and that has it. */
  snippet: string | null;
}>;

/** How many there are: counted up to 10,000. */
export type LeadCount = Readonly<{ count: number; isMore: boolean }>;

export type LeadPage = Readonly<{ rows: readonly LeadRow[]; next: LeadCursor | null }>;

export type LeadList = LeadPage & Readonly<{ total: LeadCount }>;

/** One column of the board: the leads of a stage, the best first. */
export type BoardColumn = LeadPage &
  Readonly<{
    stage: LeadStage;
    count: LeadCount;
    /** What all of them want to borrow. */
    sumLoanInr: number;
    /** How long half of them have stood here; null where there is none. */
    medianDays: number | null;
  }>;
