import { expect, test } from 'vitest';
import { toAsked } from './to-asked';

const nothing = { search: '  ', act: null, actorId: null, from: '', until: '' };

test('what is left empty is not asked for', () => {
  expect(toAsked(nothing)).toEqual({ search: null, act: null, actorId: null, from: null, until: null });
});

test('from a day to the same day is that whole day', () => {
  const { from, until } = toAsked({ ...nothing, from: '2026-11-26', until: '2026-11-26' });
  expect(Date.parse(until ?? '') - Date.parse(from ?? '')).toBe(86_400_000);
  expect(from).toBe(new Date(2026, 10, 26).toISOString());
});
