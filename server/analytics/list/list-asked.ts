import { z } from 'zod';
import { analyticsFilter } from '../filter/analytics-filter';

/**
 * What a list shows: who is counted in a number. `key` says which of several: a state (`reached`, `stopped`), an intent, a
 * reason, an outcome, an officer's id; empty for all.
 */
export const listName = z.enum([
  'session',
  'contained',
  'handedOver',
  'reached',
  'stopped',
  'askedModel',
  'answered',
  'unanswered',
  'qualified',
  'handover',
  'handoverTaken',
  'handoverAnswered',
  'handoverInWindow',
  'handoverOutcome',
  'handoverOfficer',
  'followUpSent',
  'followUpAnswered',
  'followUpMovedOn',
]);
export type ListName = z.infer<typeof listName>;

export const listAsked = z.object({
  filter: analyticsFilter,
  list: listName,
  key: z.string().max(200).default(''),
  /** Of unanswered questions: one group of alike wordings. */
  wording: z.string().max(64).nullable().default(null),
  after: z.object({ at: z.iso.datetime(), id: z.uuid() }).nullable().default(null),
  limit: z.int().min(1).max(100).default(50),
});
export type ListAsked = Readonly<z.infer<typeof listAsked>>;
