import { expect, test } from 'vitest';
import { editsBetween, toFormValues, toSettings } from './form-values';

const settings = {
  prospectDays: 180,
  notInterestedDays: 365,
  completedDays: 730,
  followUpDays: 365,
  importDays: 30,
  statusDays: 30,
  completedStates: ['completed'],
  notInterestedStates: ['not_interested'],
};

test('the settings come back as they were, with what is not shown', () => {
  expect(toSettings(toFormValues(settings), settings)).toEqual(settings);
});

test('only what was changed is kept, and an empty field is no number', () => {
  const saved = toFormValues(settings);
  const wanted = { ...saved, prospectDays: '90', importDays: '' };
  expect(editsBetween(saved, wanted)).toEqual({ prospectDays: '90', importDays: '' });
  expect(toSettings(wanted, settings)).toMatchObject({ prospectDays: 90, importDays: Number.NaN });
});
