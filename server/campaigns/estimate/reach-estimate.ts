/** Whom a campaign would reach if it were launched now, and what that would cost. */
export type ReachEstimate = {
  /** Everybody in the audience. */
  readonly audience: number;
  /** Who would be written to. */
  readonly people: number;
  /** Who would not, by reason: a `ReachProblem` that does not pass by waiting, or a `MessageProblem`. */
  readonly excluded: readonly { readonly code: string; readonly count: number }[];
  /** Of `people`: whose language, and in which they are written to. */
  readonly byLanguage: readonly LanguageCount[];
  /** Rupees as decimal text. */
  readonly costInr: string;
  /** Messages for which the settings have no price: the cost is too low by them. */
  readonly unpriced: number;
  /** Messages that cost nothing: to people who came by an ad in the last 72 hours. */
  readonly free: number;
  /** Who wrote more than 24 hours ago: they count towards WhatsApp's limit of people a day. */
  readonly opensConversations: number;
  /** When the last message would leave, ISO UTC; null when there is none, or never. */
  readonly endsAt: string | null;
  /** On how many days messages would leave. */
  readonly days: number;
};

export type LanguageCount = { readonly language: string; readonly sentIn: string; readonly count: number };
