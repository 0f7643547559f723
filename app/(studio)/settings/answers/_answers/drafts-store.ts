import { z } from 'zod';
import { createKeptStore } from '../../../_storage/create-kept-store';
import { type AnswerValues, answerValues } from './answer-values';

const { write, ...kept } = createKeptStore<Readonly<Record<string, AnswerValues>>>({
  storage: () => sessionStorage,
  key: 'vaarta.settings.answers',
  schema: z.record(z.string(), answerValues),
  empty: {},
});

/** What was changed and not saved, by answer, in the tab's storage: closing the sheet or a reload loses nothing. */
export const draftsStore = {
  ...kept,
  keep: (id: string, values: AnswerValues): void => write({ ...kept.read(), [id]: values }),
  forget(id: string): void {
    const { [id]: _gone, ...others } = kept.read();
    write(others);
  },
};
