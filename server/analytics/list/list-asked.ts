import { z } from 'zod';
import { analyticsFilter } from '../filter/analytics-filter';

/**
 * What a list shows: who is counted in a number, or what makes up a time or an amount. `key` says which of several: a state
 * (`reached`, `stopped`), an intent, a reason, an outcome, an officer's or a campaign's id, or from how many milliseconds on
 * (`firstReply`, `call`, `handoverTaken`, `handoverAnswered`); empty for all.
 */
export const listName = z.enum([
  'session',
  'contained',
  'handedOver',
  'firstReply',
  'reached',
  'stopped',
  'read',
  'readAlone',
  'askedModel',
  'answered',
  'answeredByModel',
  'unanswered',
  'review',
  'call',
  'callFailed',
  'billed',
  'unpriced',
  'qualified',
  'handover',
  'handoverTaken',
  'handoverAnswered',
  'handoverInWindow',
  'handoverOutcome',
  'handoverRerouted',
  'handoverOfficer',
  'handoverOfficerAnswered',
  'officerOpen',
  'followUpSent',
  'followUpAnswered',
  'followUpMovedOn',
  'campaignSent',
  'campaignAnswered',
  'campaignQualified',
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
