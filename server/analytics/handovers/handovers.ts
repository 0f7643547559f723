/** What became of the conversations in which a person was asked for in a time. */
export type Handovers = {
  readonly asked: number;
  readonly taken: number;
  readonly answered: number;
  /** Answered within 24 hours of being asked for: while WhatsApp lets us write freely. */
  readonly inWindow: number;
  /** Times that one went to another officer because the first was silent. */
  readonly reroutes: number;
  readonly toTake: Times;
  readonly toAnswer: Times;
  readonly reasons: readonly HandoverReason[];
  readonly outcomes: readonly { readonly outcome: string; readonly count: number }[];
};

/** Half of them, and 95 of 100, took at most so long; null without any. */
export type Times = { readonly p50Ms: number | null; readonly p95Ms: number | null };

export type HandoverReason = {
  /** customer, flow, unsure, complaint or officer. */
  readonly askedBy: string;
  /** A code: as the flow says it, or `officer` where an officer asked. */
  readonly reason: string;
  readonly count: number;
};

export type OfficerFigures = {
  readonly id: string;
  readonly name: string;
  readonly taken: number;
  readonly answered: number;
  readonly toAnswer: Times;
  /** Conversations that they have now, and how many they can have. */
  readonly open: number;
  readonly mostOpen: number;
};
