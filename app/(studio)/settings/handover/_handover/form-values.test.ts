import { expect, test } from 'vitest';
import { editsBetween, toFormValues, toSettings } from './form-values';

const settings = {
  slaMinutes: 15,
  remindMinutes: 15,
  escalateMinutes: 60,
  reassignMinutes: 30,
  offerReturnMinutes: 120,
  officeHoursFromFacts: true,
};

test('the settings come back as they were', () => {
  expect(toSettings(toFormValues(settings))).toEqual(settings);
});

test('only what was changed is kept, and an empty field is no number', () => {
  const saved = toFormValues(settings);
  const wanted = { ...saved, slaMinutes: '', officeHoursFromFacts: false };
  expect(editsBetween(saved, saved)).toEqual({});
  expect(editsBetween(saved, wanted)).toEqual({ slaMinutes: '', officeHoursFromFacts: false });
  expect(toSettings(wanted)).toMatchObject({ slaMinutes: Number.NaN, officeHoursFromFacts: false });
});
