import { z } from 'zod';
import { utterancesFiles } from './generated/utterances';
import { type Utterances, utterances as utterancesFile } from './language-pack';

/** What customers say, by language and intent: what the embedded reader is trained on. A broken file fails and is named. */
export function loadUtterances(): Readonly<Record<string, Utterances>> {
  return Object.fromEntries(
    Object.entries(utterancesFiles).map(([code, folder]) => {
      const read = z.object({ utterances: utterancesFile }).safeParse(folder);
      if (read.success) return [code, read.data.utterances];
      throw new Error(`prompts/languages/${code}/utterances.json is not valid: ${z.prettifyError(read.error)}`);
    }),
  );
}
