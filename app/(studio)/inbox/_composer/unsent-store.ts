import { z } from 'zod';
import { mediaKind } from '@/flows/schema/message';
import { createKeptStore } from '../../_storage/create-kept-store';

/** The channel's id of the message that it answers visibly. */
const quotes = z.string().optional();

const unsent = z.object({
  clientId: z.string(),
  contactId: z.string(),
  /** Who wrote it, as the thread shows them. */
  author: z.string(),
  content: z.discriminatedUnion('type', [
    z.object({ type: z.literal('text'), text: z.string(), quotes }),
    z.object({
      type: z.literal('template'),
      name: z.string(),
      language: z.string(),
      variables: z.array(z.string()),
      preview: z.string(),
    }),
    z.object({ type: z.literal('file'), kind: mediaKind, filename: z.string(), quotes }),
  ]),
  at: z.string(),
  problem: z.string().nullable(),
});

/** What an officer sent and the server has not confirmed; the bytes of a file are kept apart. */
export type Unsent = Readonly<z.infer<typeof unsent>>;

const { write, ...kept } = createKeptStore<readonly Unsent[]>({
  storage: () => localStorage,
  key: 'vaarta.inbox.unsent',
  schema: z.array(unsent),
  empty: [],
});

/** Messages on their way, in the browser's storage: a reload or a crash loses nothing. */
export const unsentStore = {
  ...kept,
  keep(message: Unsent): void {
    write([...kept.read().filter(({ clientId }) => clientId !== message.clientId), message]);
  },
  fail(clientId: string, problem: string): void {
    write(kept.read().map((message) => (message.clientId === clientId ? { ...message, problem } : message)));
  },
  remove(clientId: string): void {
    write(kept.read().filter((message) => message.clientId !== clientId));
  },
};
