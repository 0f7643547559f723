import { z } from 'zod';
import { officeHours } from '@/flows/states/office-hours';

/** Nobody is written to first before or after these, whatever an owner sets (TRAI TCCCPR 2018, in the contact's timezone). */
export const widestHours = { opens: '09:00', closes: '21:00' } as const;

const holiday = z.object({
  /** The day on the contact's calendar, 2027-01-26. */
  date: z.iso.date(),
  name: z.string().trim().min(1).max(80),
});

/** What an owner decides about writing first: follow-ups, campaigns, reminders. Answers are not concerned. */
export const outreachSettings = z.object({
  /** When people may be written to, in their own timezone. */
  hours: officeHours
    .refine(
      ({ opens, closes }) => opens >= widestHours.opens && closes <= widestHours.closes,
      `Nobody may be written to first before ${widestHours.opens} or after ${widestHours.closes}.`,
    )
    .default({ days: [1, 2, 3, 4, 5, 6], opens: '10:00', closes: '18:00' }),
  holidays: z.array(holiday).max(200).default([]),
  /** How often one person may be written to first in seven days; what they started themselves does not count. */
  mostPerWeek: z.int().min(1).max(7).default(3),
  leastHoursBetween: z.int().min(0).max(168).default(20),
});
export type OutreachSettings = Readonly<z.infer<typeof outreachSettings>>;

export const defaultOutreachSettings: OutreachSettings = outreachSettings.parse({});
