import { z } from 'zod';

const presence = z.object({
  contactId: z.uuid(),
  userId: z.string(),
  name: z.string(),
  what: z.enum(['viewing', 'typing', 'left']),
});
export type Presence = Readonly<z.infer<typeof presence>>;

/** What a stream tells: ids only, screens read again. */
export type LiveEvent =
  | Readonly<{ type: 'conversation'; contactId: string }>
  | Readonly<{ type: 'presence'; presence: Presence }>;

/** What PostgreSQL told on the channel `inbox`: the id of a contact, or somebody's presence as JSON. */
export function readNotification(payload: string): LiveEvent | undefined {
  const contactId = z.uuid().safeParse(payload);
  if (contactId.success) return { type: 'conversation', contactId: contactId.data };
  const read = presence.safeParse(parsed(payload));
  return read.success ? { type: 'presence', presence: read.data } : undefined;
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
