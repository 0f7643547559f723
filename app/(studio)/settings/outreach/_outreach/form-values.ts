import { z } from 'zod';
import type { FollowUpSettings, OutreachSettings } from './outreach-types';

export const dayReasons = ['later', 'no_time', 'objection_open', 'undecided', 'not_interested'] as const;

/** The settings as a person edits them: numbers as they are typed. */
export const formValues = z.object({
  /** ISO weekdays. */
  weekdays: z.array(z.number()),
  opens: z.string(),
  closes: z.string(),
  holidays: z.array(z.object({ date: z.string(), name: z.string() })),
  mostPerWeek: z.string(),
  leastHoursBetween: z.string(),
  interestIsOn: z.boolean(),
  interestPercent: z.string(),
  bestHourIsOn: z.boolean(),
  leastReplies: z.string(),
  remindsAfterSilence: z.boolean(),
  days: z.record(z.enum(dayReasons), z.string()),
  template: z.string().nullable(),
  draftsWords: z.boolean(),
});
export type FormValues = z.infer<typeof formValues>;

/** What a person changed and has not saved. */
export type Edits = Readonly<Partial<FormValues>>;

export function toFormValues({ hours, ...outreach }: OutreachSettings, followUps: FollowUpSettings): FormValues {
  const { interest, bestHour, remindsAfterSilence, days, template, draftsWords } = followUps;
  return {
    weekdays: [...hours.days],
    opens: hours.opens,
    closes: hours.closes,
    holidays: outreach.holidays.map((day) => ({ ...day })),
    mostPerWeek: String(outreach.mostPerWeek),
    leastHoursBetween: String(outreach.leastHoursBetween),
    interestIsOn: interest.isOn,
    interestPercent: String(interest.mostPercent),
    bestHourIsOn: bestHour.isOn,
    leastReplies: String(bestHour.leastReplies),
    remindsAfterSilence,
    days: {
      later: String(days.later),
      no_time: String(days.no_time),
      objection_open: String(days.objection_open),
      undecided: String(days.undecided),
      not_interested: String(days.not_interested),
    },
    template,
    draftsWords,
  };
}

/** For the server, which checks every bound; what is no number becomes NaN, which it refuses. */
export function toOutreach(values: FormValues): OutreachSettings {
  return {
    hours: { days: [...values.weekdays].sort((a, b) => a - b), opens: values.opens, closes: values.closes },
    holidays: values.holidays,
    mostPerWeek: numberOf(values.mostPerWeek),
    leastHoursBetween: numberOf(values.leastHoursBetween),
  };
}

/** As `toOutreach`, for the rules of follow-ups. */
export function toFollowUps(values: FormValues): FollowUpSettings {
  const { days, remindsAfterSilence, template, draftsWords } = values;
  return {
    interest: { isOn: values.interestIsOn, mostPercent: numberOf(values.interestPercent) },
    bestHour: { isOn: values.bestHourIsOn, leastReplies: numberOf(values.leastReplies) },
    remindsAfterSilence,
    days: {
      later: numberOf(days.later),
      no_time: numberOf(days.no_time),
      objection_open: numberOf(days.objection_open),
      undecided: numberOf(days.undecided),
      not_interested: numberOf(days.not_interested),
    },
    template,
    draftsWords,
  };
}

/** Only what differs from what is saved. */
export function editsBetween(saved: FormValues, wanted: FormValues): Edits {
  const names = formValues.keyof().options;
  const changed = names.filter((name) => JSON.stringify(saved[name]) !== JSON.stringify(wanted[name]));
  return Object.fromEntries(changed.map((name) => [name, wanted[name]]));
}

/** The number that was typed, or NaN. */
export function numberOf(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed);
}
