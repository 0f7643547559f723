import type { Reader } from '@/flows/understanding/understand';
import type { LabelledMessage } from './labelled-messages';
import type { Judged } from './score-readings';

/** What a reader made of the messages, and how long it took for each. */
export type Judgement = Readonly<{ judged: readonly Judged[]; milliseconds: readonly number[] }>;

/** Reads every message as the conversation would. Once before the clock runs, so that the code is warm. */
export function judgeReader(reader: Reader, messages: readonly LabelledMessage[]): Judgement {
  const read = ({ text, language, expects, now, timezone }: LabelledMessage) =>
    reader.understand([{ messageId: 'message', text }], { language, expects, now, timezone });
  for (const message of messages) read(message);
  const milliseconds: number[] = [];
  const judged = messages.map((message): Judged => {
    const began = performance.now();
    const { language, script, intent, confidence, sentiment, slots } = read(message);
    milliseconds.push(performance.now() - began);
    const values = Object.fromEntries(Object.entries(slots).map(([slot, { value }]) => [slot, value]));
    const { id, text, expected } = message;
    return {
      id,
      text,
      expected: { ...expected, script: expected.script ?? script },
      actual: { language, script, intent, confidence, sentiment, slots: values },
    };
  });
  return { judged, milliseconds };
}
