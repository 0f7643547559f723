import type { TrainedLinearModel } from './linear-model';
import type { TrainedWordModel } from './word-model';

/** What a reader has learnt, as JSON. It is made from `prompts/languages` and never edited. */
export type TrainedReader = Readonly<{ intents: TrainedLinearModel; words: TrainedWordModel }>;
