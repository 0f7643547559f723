import type { EligibilityBound } from '@/flows/calculations/eligibility';
import type { LanguageCode } from '@/flows/schema/language';
import type { SlotFact, SlotKind, SlotValue } from '@/flows/schema/slots';
import type { LeadRow, PersonView } from '../lead-view';
import type { LeadReason } from '../score-lead';

/** Everything about one lead that its page shows. Times are ISO UTC, amounts rupees. */
export type LeadDetails = Readonly<{
  lead: LeadRow;
  facts: readonly FactView[];
  /** What the flow still wants to know, the most important first. */
  missing: readonly MissingFact[];
  /** How to ask for the first of them, in the customer's language; null where nothing is missing, and for viewers. */
  nextQuestion: Readonly<{ slot: string; text: string; language: LanguageCode }> | null;
  score: Readonly<{ score: number; interest: number; reasons: readonly LeadReason[] }>;
  loan: LoanView;
  objections: readonly ObjectionView[];
  consents: readonly ConsentView[];
  cost: Readonly<{ messagesInr: string; modelInr: string; totalInr: string; unpriced: number }>;
  documents: readonly DocumentView[];
  session: LeadSession | null;
  similar: readonly SimilarLead[];
  handovers: readonly HandoverView[];
  /** Personal data is left out: the reader is a viewer. */
  isMasked: boolean;
}>;

/** What is known of a slot and where it comes from. */
export type FactView = Readonly<{
  slot: string;
  kind: SlotKind;
  /** Codes that may be chosen, where the kind is a choice. */
  choices: readonly string[];
  value: SlotValue;
  source: SlotFact['source'];
  confidence: number;
  confirmed: boolean;
  /** The message that it was read from, as screens of conversations know it. */
  messageId: string | null;
  /** Where in its text. */
  span: SlotFact['span'];
  /** The words in it that say so. */
  quote: string | null;
  /** The whole text of that message. */
  message: string | null;
  language: LanguageCode | null;
  at: string;
  /** Its earlier values, the oldest first. */
  history: readonly Readonly<{ value: SlotValue; messageId: string | null; at: string }>[];
}>;

export type MissingFact = Readonly<{ slot: string; kind: SlotKind; choices: readonly string[] }>;

/** What may be lent, by the flow's own calculations, and what its sliders begin with. */
export type LoanView = Readonly<{
  /** What is asked for in percent of the property's value; null while one of them is unknown. */
  ltvPercent: number | null;
  /** The most that is lent on this kind of property, in percent. */
  ltvLimitPercent: number;
  /** The most by each limit; null while what it needs is unknown. */
  maximum: Readonly<{
    byValueInr: number | null;
    byIncomeInr: number | null;
    byTicketInr: number;
    /** The smallest that is known. */
    amountInr: number;
    bound: EligibilityBound;
  }>;
  /** What is left of the income each month for a new instalment. */
  emiRoomInr: number | null;
  inputs: Readonly<{
    amountInr: number;
    months: number;
    ratePercent: number;
    amountFromInr: number;
    amountToInr: number;
    monthsFrom: number;
    monthsTo: number;
    rateFrom: number;
    rateTo: number;
  }>;
  /** The instalment of what is asked for, at the lowest rate; null where nothing is asked for. */
  emiInr: number | null;
  /** What must stand beside every figure. */
  caution: string;
}>;

/** A concern that a customer had, and what was said to it. */
export type ObjectionView = Readonly<{
  turnId: string;
  at: string;
  intent: string;
  /** The customer's words and their message; null for viewers. */
  words: string | null;
  messageId: string | null;
  /** What answered it; null where nothing did. */
  answer: string | null;
  textKey: string | null;
}>;

export type ConsentView = Readonly<{
  purpose: string;
  status: 'given' | 'withdrawn';
  noticeVersion: string | null;
  language: string;
  channel: string;
  messageId: string | null;
  proof: string | null;
  at: string;
}>;

export type DocumentView = Readonly<{
  id: string;
  kind: string;
  filename: string | null;
  mimeType: string | null;
  byteSize: number | null;
  status: 'waiting' | 'stored' | 'failed';
  /** Where it can be opened for some minutes; null while it is not stored. */
  url: string | null;
  at: string;
}>;

export type LeadSession = Readonly<{
  id: string;
  flowId: string;
  flowName: string;
  flowVersion: number;
  stateId: string;
  stateName: string;
  isActive: boolean;
  startedAt: string;
}>;

/** An ended lead that was much like this one. */
export type SimilarLead = Readonly<{
  contactId: string;
  name: string | null;
  propertyType: string | null;
  city: string | null;
  purpose: string | null;
  loanAmount: number | null;
  outcome: string | null;
  stage: string;
  updatedAt: string;
}>;

export type HandoverView = Readonly<{
  id: string;
  status: 'requested' | 'taken' | 'returned' | 'closed';
  askedBy: string;
  reason: string;
  assignee: PersonView | null;
  createdAt: string;
  takenAt: string | null;
  answeredAt: string | null;
  endedAt: string | null;
  outcome: string | null;
}>;
