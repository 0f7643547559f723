import type { TrainedLinearModel } from '../intents/linear-model';
import type { TrainedWordModel } from '../languages/word-model';

/** What a reader has learnt, as JSON. It is made from `prompts/languages` and never edited. */
export type TrainedReader = Readonly<{ intents: TrainedLinearModel; words: TrainedWordModel }>;
