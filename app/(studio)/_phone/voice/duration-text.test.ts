import { describe, expect, it } from 'vitest';
import { durationText } from './duration-text';

describe('durationText', () => {
  it.each([
    [0, '0:00'],
    [7.9, '0:07'],
    [60, '1:00'],
    [750, '12:30'],
    [Number.POSITIVE_INFINITY, '0:00'],
    [Number.NaN, '0:00'],
    [-1, '0:00'],
  ])('writes %s seconds as %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });
});
