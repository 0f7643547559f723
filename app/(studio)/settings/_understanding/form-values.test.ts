import { describe, expect, it } from 'vitest';
import { editsBetween, type FormValues, numberOf, toFormValues, toSettings } from './form-values';

const settings = {
  engine: 'auto',
  sureFrom: 0.6,
  sureAhead: 0.29,
  draftsReplies: true,
  mostTokensPerContactPerDay: 40_000,
  mostInrPerDay: 500,
  inrPerMillionPromptTokens: 25.5,
  inrPerMillionCompletionTokens: 200,
} as const;

describe('the settings as they are edited', () => {
  it('come back as they were', () => {
    expect(toSettings(toFormValues(settings))).toEqual(settings);
  });

  it('keep only what was changed, and forget what was changed back', () => {
    const saved = toFormValues(settings);
    const wanted: FormValues = { ...saved, sureFrom: 75, mostInrPerDay: '750' };
    expect(editsBetween(saved, wanted)).toEqual({ sureFrom: 75, mostInrPerDay: '750' });
    expect(editsBetween(saved, saved)).toEqual({});
  });

  it('take an empty field for no number, and not for nothing', () => {
    expect(numberOf(' ')).toBeNaN();
    expect(numberOf('0')).toBe(0);
  });
});
