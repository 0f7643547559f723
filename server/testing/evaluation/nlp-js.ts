import type { NlpJs } from '@nlpjs/basic';
import { z } from 'zod';
import { loadUtterances } from '@/prompts/load-utterances';
import type { LabelledMessage } from './labelled-messages';

/**
 * What nlp.js makes of the messages when it is trained on the same utterances and, unlike our reader, told the language:
 * the share of intents that it reads right, and how long it took. A development-only comparison.
 */
export async function judgeNlpJs(messages: readonly LabelledMessage[]): Promise<NlpJsJudgement> {
  const nlp = await startNlpJs();
  for (const [language, utterances] of Object.entries(loadUtterances())) {
    nlp.addLanguage(language);
    for (const [intent, { native = [], latin = [] }] of Object.entries(utterances)) {
      for (const text of [...native, ...latin]) nlp.addDocument(language, text, intent);
    }
  }
  const began = performance.now();
  await nlp.train();
  const trainSeconds = (performance.now() - began) / 1000;
  const reading = performance.now();
  const isRight: boolean[] = [];
  for (const { text, expected } of messages) {
    const { intent } = answer.parse(await nlp.process(expected.language, text));
    isRight.push((intent === 'None' ? 'out_of_scope' : intent) === expected.intent);
  }
  return { isRight, trainSeconds, millisecondsEach: (performance.now() - reading) / messages.length };
}

export type NlpJsJudgement = Readonly<{
  isRight: readonly boolean[];
  trainSeconds: number;
  millisecondsEach: number;
}>;

const answer = z.object({ intent: z.string() });

/** It complains of every utterance that is only punctuation. */
const silence = (): void => {};
const SILENT = {
  trace: silence,
  debug: silence,
  info: silence,
  log: silence,
  warn: silence,
  error: silence,
  fatal: silence,
};

/** nlp.js as its own documents start it. */
async function startNlpJs(): Promise<NlpJs> {
  const { dockStart } = await import('@nlpjs/basic');
  const settings = { nlp: { autoSave: false, autoLoad: false, log: false, nlu: { log: false } } };
  const dock = await dockStart({ use: ['Basic'], settings });
  dock.getContainer().register('logger', SILENT, true);
  return dock.get('nlp');
}
