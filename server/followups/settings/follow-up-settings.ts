import { z } from 'zod';
import { followUpReason } from '@/flows/schema/events';

const days = z.int().min(1).max(365);

/** What an owner decides about follow-ups. When people may be written to at all is in `server/outreach`. */
export const followUpSettings = z.object({
  /** Higher interest brings a follow-up nearer, lower puts it further away. */
  interest: z
    .object({
      isOn: z.boolean().default(true),
      /** By so many percent of the time at most. */
      mostPercent: z.int().min(0).max(30).default(30),
    })
    .default({ isOn: true, mostPercent: 30 }),
  /** The hour in which a customer answers most is learnt and chosen. */
  bestHour: z
    .object({
      isOn: z.boolean().default(true),
      /** From so many messages on. */
      leastReplies: z.int().min(1).max(50).default(3),
    })
    .default({ isOn: true, leastReplies: 3 }),
  /** Whether a silence in the middle of a question is followed up. */
  remindsAfterSilence: z.boolean().default(true),
  /** Days by reason, for follow-ups that an officer adds and where a flow says none. */
  days: z
    .object({ later: days, no_time: days, objection_open: days, undecided: days, not_interested: days })
    .default({ later: 7, no_time: 14, objection_open: 21, undecided: 30, not_interested: 90 }),
  /** What goes when the 24 hours after the customer's last message are over; null: nothing can. */
  template: z
    .string()
    .regex(/^[a-z0-9_]{1,512}$/, 'A template name has small letters, digits and underscores.')
    .nullable()
    .default('loan_follow_up'),
  /** Where a language model is configured, it words what is said within the 24 hours. */
  draftsWords: z.boolean().default(true),
});
export type FollowUpSettings = Readonly<z.infer<typeof followUpSettings>>;

export const defaultFollowUpSettings: FollowUpSettings = followUpSettings.parse({});

/** Why there is a follow-up: what flows say, or that somebody added it by hand. */
export const planReason = z.enum([...followUpReason.options, 'officer']);
export type PlanReason = z.infer<typeof planReason>;
