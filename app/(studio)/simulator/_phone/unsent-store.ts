import { z } from 'zod';
import { incomingContent, incomingMediaKind } from '@/flows/schema/message';
import { isSendable } from '../../_phone/sendable';
import { createKeptStore } from '../../_storage/create-kept-store';
import type { Unsent } from '../conversation-types';

const unsent = z.object({
  clientId: z.string(),
  contactId: z.string(),
  content: z.union([
    incomingContent.transform((content, context) => {
      if (isSendable(content)) return content;
      context.addIssue('This can’t be sent from here.');
      return z.NEVER;
    }),
    z.object({
      type: z.literal('file'),
      kind: incomingMediaKind.exclude(['sticker']),
      filename: z.string(),
      byteSize: z.number(),
    }),
  ]),
  contextExternalId: z.string().optional(),
  at: z.string(),
  problem: z.string().nullable(),
});

const { write, ...kept } = createKeptStore<readonly Unsent[]>({
  storage: () => localStorage,
  key: 'vaarta.unsent',
  schema: z.array(unsent),
  empty: [],
});

/** What was typed and has not been confirmed by the server, in the browser's storage: a reload or a crash loses nothing. */
export const unsentStore = {
  ...kept,
  keep(message: Unsent): void {
    const others = kept.read().filter(({ clientId }) => clientId !== message.clientId);
    write([...others, message]);
  },
  fail(clientId: string, problem: string): void {
    write(kept.read().map((message) => (message.clientId === clientId ? { ...message, problem } : message)));
  },
  remove(clientId: string): void {
    write(kept.read().filter((message) => message.clientId !== clientId));
  },
};
