import { type Intent, intent as intentSchema, intents } from '@/flows/schema/intents';
import type { LanguageCode } from '@/flows/schema/language';
import type { LanguagePack } from '@/prompts/language-pack';
import { featuresOf } from './intent-features';
import { type Example, trainLinearModel } from './linear-model';

export type RankedIntent = Readonly<{ intent: Intent; confidence: number }>;
export type IntentClassifier = Readonly<{
  /** Every intent with its probability, the likeliest first. */
  rank: (words: readonly string[], concepts: readonly string[]) => readonly RankedIntent[];
}>;

/** What the classifier needs of a text before it can learn from it or judge it. */
export type ReadForModel = (
  text: string,
  language: LanguageCode,
) => Readonly<{ words: readonly string[]; concepts: readonly string[] }>;

/** Trains the intent classifier on the utterances of every language. Deterministic. */
export function createIntentClassifier(packs: readonly LanguagePack[], read: ReadForModel): IntentClassifier {
  const examples = packs.flatMap((pack) => examplesOf(pack, read));
  const model = trainLinearModel(examples, intents.length);
  return {
    rank: (words, concepts) => {
      const probabilities = model.probabilitiesOf(featuresOf(words, concepts));
      return intents
        .map((intent, index) => ({ intent, confidence: probabilities[index] ?? 0 }))
        .sort((left, right) => right.confidence - left.confidence);
    },
  };
}

function examplesOf(pack: LanguagePack, read: ReadForModel): readonly Example[] {
  return Object.entries(pack.utterances).flatMap(([name, { native = [], latin = [] }]) => {
    const label = intents.indexOf(intentSchema.parse(name));
    return [...native, ...latin].map((text) => {
      const { words, concepts } = read(text, pack.code);
      return { features: featuresOf(words, concepts), label };
    });
  });
}
