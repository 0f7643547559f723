import { expect, it } from 'vitest';
import { editsBetween, toFollowUps, toFormValues, toOutreach } from './form-values';
import type { FollowUpSettings, OutreachSettings } from './outreach-types';

const outreach: OutreachSettings = {
  hours: { days: [1, 2, 3], opens: '10:00', closes: '18:00' },
  holidays: [{ date: '2027-01-26', name: 'Republic Day' }],
  mostPerWeek: 3,
  leastHoursBetween: 20,
};
const followUps: FollowUpSettings = {
  interest: { isOn: true, mostPercent: 30 },
  bestHour: { isOn: false, leastReplies: 3 },
  remindsAfterSilence: true,
  days: { later: 7, no_time: 14, objection_open: 21, undecided: 30, not_interested: 90 },
  template: 'loan_follow_up',
  draftsWords: true,
};
const values = toFormValues(outreach, followUps);

it('gives the settings back as they were', () => {
  expect(toOutreach(values)).toEqual(outreach);
  expect(toFollowUps(values)).toEqual(followUps);
});

it('keeps only what was changed, also within lists', () => {
  expect(editsBetween(values, { ...values })).toEqual({});
  expect(editsBetween(values, { ...values, holidays: [] })).toEqual({ holidays: [] });
  expect(editsBetween(values, { ...values, days: { ...values.days, later: '8' } })).toEqual({
    days: { ...values.days, later: '8' },
  });
});

it('makes of what is no number one that the server refuses', () => {
  expect(toOutreach({ ...values, mostPerWeek: '' }).mostPerWeek).toBeNaN();
});
