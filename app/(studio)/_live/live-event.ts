import { z } from 'zod';

const contact = z.object({ contactId: z.string() });
const presence = contact.extend({ userId: z.string(), name: z.string(), what: z.enum(['viewing', 'typing', 'left']) });

/** Somebody is at a conversation now, or has left it. */
export type Presence = Readonly<z.infer<typeof presence>>;

/** What the server tells while a screen is open: ids only. `opened`: what was read before may have missed something, so read it again. */
export type LiveEvent =
  | Readonly<{ type: 'conversation'; contactId: string }>
  | Readonly<{ type: 'presence'; presence: Presence }>
  | Readonly<{ type: 'counts' }>
  | Readonly<{ type: 'opened' }>;

/** An event off the wire, or undefined for one that a newer server may know. */
export function readLiveEvent(type: string, data: string): LiveEvent | undefined {
  if (type === 'counts') return { type };
  const value = parseJson(data);
  if (type === 'conversation') {
    const read = contact.safeParse(value);
    return read.success ? { type, contactId: read.data.contactId } : undefined;
  }
  const read = presence.safeParse(value);
  return type === 'presence' && read.success ? { type, presence: read.data } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Half a line may arrive when a connection breaks; what it said is read again afterwards.
    return undefined;
  }
}
