import { z } from 'zod';
import { createKeptStore } from '../_storage/create-kept-store';

/**
 * The message that a reply answers visibly: the channel's id of it, its words as they stand above the field, and their language,
 * which drafts that were kept before it was known have not.
 */
const quote = z.object({ id: z.string(), words: z.string(), language: z.string().default('en') });
export type Quote = Readonly<z.infer<typeof quote>>;

const draft = z.object({ reply: z.string(), note: z.string(), quote: quote.nullable().default(null) });
type Draft = Readonly<z.infer<typeof draft>>;

const nothing: Draft = { reply: '', note: '', quote: null };

const { write, ...kept } = createKeptStore<Readonly<Record<string, Draft>>>({
  storage: () => localStorage,
  key: 'vaarta.inbox.drafts',
  schema: z.record(z.string(), draft),
  empty: {},
});

/** What was typed to customers and not sent, by conversation; it stays in this browser. */
export const draftsStore = {
  ...kept,
  of: (drafts: Readonly<Record<string, Draft>>, contactId: string): Draft => drafts[contactId] ?? nothing,
  type(contactId: string, part: Partial<Draft>): void {
    const { [contactId]: before = nothing, ...others } = kept.read();
    const after = { ...before, ...part };
    const isEmpty = after.reply === '' && after.note === '' && after.quote === null;
    write(isEmpty ? others : { ...others, [contactId]: after });
  },
  /** Words after those that were typed; what stands there already is not doubled. */
  add(contactId: string, words: string): void {
    const { reply } = draftsStore.of(kept.read(), contactId);
    if (!reply.includes(words)) draftsStore.type(contactId, { reply: reply === '' ? words : `${reply}\n${words}` });
  },
};
