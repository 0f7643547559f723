import { type Intent, intents } from '@/flows/schema/intents';
import { featuresOf, SOUND, WORD } from './intent-features';
import { createLinearModel, type TrainedLinearModel } from './linear-model';
import type { ModelView } from './read-for-model';

export type RankedIntent = Readonly<{ intent: Intent; confidence: number }>;
export type Ranking = Readonly<{
  /** Every intent with its probability, the likeliest first. */
  ranked: readonly RankedIntent[];
  /** Whether the model has met any of the words, as written or as they sound. */
  isFamiliar: boolean;
}>;
export type IntentClassifier = Readonly<{ rank: (view: ModelView) => Ranking }>;

/** The intent classifier of a trained model; its labels are the intents in the order of the schema. */
export function createIntentClassifier(trained: TrainedLinearModel): IntentClassifier {
  const model = createLinearModel(trained);
  return {
    rank: ({ words, concepts }) => {
      const features = featuresOf(words, concepts);
      const probabilities = model.probabilitiesOf(features);
      const ranked = intents
        .map((intent, index) => ({ intent, confidence: probabilities[index] ?? 0 }))
        .sort((left, right) => right.confidence - left.confidence);
      return { ranked, isFamiliar: model.knowsAny(features, WORD, SOUND) };
    },
  };
}
