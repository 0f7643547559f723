import { z } from 'zod';
import { choice } from '@/flows/schema/message';
import type { Unsent } from '../conversation-types';

const KEY = 'vaarta.unsent';

/** What was typed and has not been confirmed by the server, in the browser's storage: a reload or a crash loses nothing. */
export const unsentStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read(): readonly Unsent[] {
    kept ??= readKept();
    return kept;
  },
  readOnServer(): readonly Unsent[] {
    return none;
  },
  keep(message: Unsent): void {
    const others = unsentStore.read().filter(({ clientId }) => clientId !== message.clientId);
    write([...others, message]);
  },
  fail(clientId: string, problem: string): void {
    write(unsentStore.read().map((message) => (message.clientId === clientId ? { ...message, problem } : message)));
  },
  remove(clientId: string): void {
    write(unsentStore.read().filter((message) => message.clientId !== clientId));
  },
};

const listeners = new Set<() => void>();
const none: readonly Unsent[] = [];
let kept: readonly Unsent[] | undefined;

const keptMessages = z.array(
  z.object({
    clientId: z.string(),
    contactId: z.string(),
    content: z.discriminatedUnion('type', [
      z.object({ type: z.literal('text'), text: z.string() }),
      z.object({ type: z.literal('choice'), id: choice.shape.id, title: choice.shape.title }),
    ]),
    at: z.string(),
    problem: z.string().nullable(),
  }),
);

function write(messages: readonly Unsent[]): void {
  kept = messages;
  localStorage.setItem(KEY, JSON.stringify(messages));
  for (const listener of listeners) listener();
}

function readKept(): readonly Unsent[] {
  const stored = localStorage.getItem(KEY);
  if (stored === null) return none;
  const parsed = keptMessages.safeParse(parseJson(stored));
  return parsed.success ? parsed.data : none;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Another program wrote here: what can't be read is no message of ours.
    return undefined;
  }
}
