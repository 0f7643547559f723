/** What customers asked, by intent, and what nobody answered, by wording. */
export type Questions = {
  readonly answered: readonly { readonly intent: string; readonly count: number; readonly byModel: number }[];
  readonly unanswered: readonly { readonly intent: string; readonly count: number }[];
  /** The most frequent first. */
  readonly groups: readonly QuestionGroup[];
};

/** Questions of the same words, in whatever order, that found no answer. */
export type QuestionGroup = {
  readonly intent: string;
  readonly wording: string;
  readonly count: number;
  /** Where it was asked most often. */
  readonly flowId: string;
  readonly stateId: string | null;
  /** How some of them put it; none for viewers, and where the conversations are gone. */
  readonly examples: readonly QuestionExample[];
};

export type QuestionExample = { readonly turnId: string; readonly text: string; readonly language: string };
