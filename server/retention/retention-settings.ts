import { z } from 'zod';

const days = z.int().min(1).max(3_650);
const states = z.array(z.string().min(1)).max(50);

/** How many days what customers said is kept after the last word. Consents and opt-outs are kept for good. */
export const retentionSettings = z.object({
  prospectDays: days.default(180),
  notInterestedDays: days.default(365),
  /** Of those who were handed to an officer, or whose conversation came to its end. */
  completedDays: days.default(730),
  /** Ended follow-ups. */
  followUpDays: days.default(365),
  /** The rows of files that were brought in; what came of them is kept. */
  importDays: days.default(30),
  /** What WhatsApp told of our messages, once it is noted at the message. */
  statusDays: days.default(30),
  /** The states in which a conversation has come to its end, and those of people who do not want a loan. */
  completedStates: states.default(['completed']),
  notInterestedStates: states.default(['not_interested', 'opted_out']),
});
export type RetentionSettings = Readonly<z.infer<typeof retentionSettings>>;

export const defaultRetentionSettings: RetentionSettings = retentionSettings.parse({});
