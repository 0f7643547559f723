import { intent as intentSchema, intents } from '@/flows/schema/intents';
import type { LanguageCode } from '@/flows/schema/language';
import type { LanguagePack, Utterances } from '@/prompts/language-pack';
import { featuresOf } from '../intents/intent-features';
import { readForModel } from '../intents/read-for-model';
import { tokenize } from '../normalize';
import { createTextReader } from '../read-text';
import { type Example, trainLinearModel } from './train-linear-model';
import { trainWordModel } from './train-word-model';
import type { TrainedReader } from './trained-reader';

/**
 * Learns from the utterances of every language what `createReader` needs: some seconds of work, done when words change
 * and not when the program starts. Deterministic: the same words give the same result, bit for bit.
 */
export function trainReader(
  packs: Readonly<Record<LanguageCode, LanguagePack>>,
  utterances: Readonly<Record<LanguageCode, Utterances>>,
): TrainedReader {
  const all = Object.values(packs);
  const readText = createTextReader(all);
  const examples = all.flatMap(({ code }) =>
    Object.entries(utterances[code] ?? {}).flatMap(([name, { native = [], latin = [] }]) => {
      const label = intents.indexOf(intentSchema.parse(name));
      return [...native, ...latin].map((text): Example => {
        const { words, concepts } = readForModel(readText(text, tokenize(text), code));
        return { features: featuresOf(words, concepts), label };
      });
    }),
  );
  return {
    intents: trainLinearModel(examples, intents.length),
    words: trainWordModel(all, (code) => utterances[code] ?? {}),
  };
}
