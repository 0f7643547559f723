import { z } from 'zod';

/** How a state says what it says: the same two fields in the data of every state type that speaks. */
export const mannerFields = {
  /** Sent as a voice note as well, also to customers who write. */
  isSpoken: z.boolean().optional(),
  /** The customer's last message is shown above the answer. */
  isQuoting: z.boolean().optional(),
};

const manner = z.object(mannerFields);
export type Manner = Readonly<z.infer<typeof manner>>;

/** The manner that a state's data names; the plain one for types that have none. */
export function mannerOf(data: unknown): Manner {
  return manner.safeParse(data).data ?? {};
}
