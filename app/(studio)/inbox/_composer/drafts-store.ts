import { z } from 'zod';
import { createKeptStore } from '../../_storage/create-kept-store';

const draft = z.object({ reply: z.string(), note: z.string() });
type Draft = Readonly<z.infer<typeof draft>>;

const nothing: Draft = { reply: '', note: '' };

const { write, ...kept } = createKeptStore<Readonly<Record<string, Draft>>>({
  storage: () => localStorage,
  key: 'vaarta.inbox.drafts',
  schema: z.record(z.string(), draft),
  empty: {},
});

/** What was typed and not sent, by conversation; it stays in this browser. */
export const draftsStore = {
  ...kept,
  of: (drafts: Readonly<Record<string, Draft>>, contactId: string): Draft => drafts[contactId] ?? nothing,
  type(contactId: string, part: Partial<Draft>): void {
    const { [contactId]: before = nothing, ...others } = kept.read();
    const after = { ...before, ...part };
    write(after.reply === '' && after.note === '' ? others : { ...others, [contactId]: after });
  },
};
