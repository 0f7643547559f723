import { z } from 'zod';
import { createKeptStore } from '../../../../_storage/create-kept-store';

/** A text that was written in the document view and not taken over, and the text of the draft that it was made from. */
const workingCopy = z.object({ text: z.string(), base: z.string() });
export type WorkingCopy = Readonly<z.infer<typeof workingCopy>>;

/** Whether what was written last is kept over a reload; a browser refuses more than about 5 MB. */
let isStored = true;

const storage = {
  getItem: (key: string): string | null => sessionStorage.getItem(key),
  setItem: (key: string, value: string): void => {
    try {
      sessionStorage.setItem(key, value);
      isStored = true;
    } catch {
      // The copy lives on in this page's memory, and the person is told.
      isStored = false;
    }
  },
};

const { write, ...kept } = createKeptStore<Readonly<Record<string, WorkingCopy>>>({
  storage: () => storage,
  key: 'vaarta.documents',
  schema: z.record(z.string(), workingCopy),
  empty: {},
});

/** The untaken texts by flow. They outlive leaving the view and, where they fit, a reload of this tab. */
export const workingCopies = {
  ...kept,
  /** False when it could not be stored and lasts only as long as the page. */
  keep(flowId: string, copy: WorkingCopy): boolean {
    write({ ...kept.read(), [flowId]: copy });
    return isStored;
  },
  remove(flowId: string): void {
    const { [flowId]: removed, ...others } = kept.read();
    if (removed !== undefined) write(others);
  },
};
