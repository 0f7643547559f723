import { z } from 'zod';
import { languageCode } from '@/flows/schema/language';
import { leadBand } from '../../leads/filter/lead-filter';

export const queue = z.enum(['needsHuman', 'mine', 'bot', 'waiting', 'closed', 'all']);

/** Which conversations a list shows, and in which order. */
export const listRequest = z.object({
  queue,
  /** Words of a name or of a message, or a number in any shape. */
  search: z.string().trim().max(200).nullable(),
  languages: z.array(languageCode).max(50),
  bands: z.array(leadBand).max(3),
  unreadOnly: z.boolean(),
  sort: z.enum(['newest', 'waitingLongest', 'slaFirst']),
  /** `next` of the page before. */
  after: z.string().max(100).nullable(),
});
export type ListRequest = Readonly<z.infer<typeof listRequest>>;
