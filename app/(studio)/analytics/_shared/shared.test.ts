import { expect, test } from 'vitest';
import { writePart } from './write-part';
import { writeSpan } from './write-span';

test('a time is written in the unit in which people would say it', () => {
  const spans = [null, 850, 4_200, 240_000, 9_000_000, 259_200_000].map(writeSpan);
  expect(spans).toEqual(['–', '850 ms', '4.2 s', '4 min', '2.5 h', '3 days']);
});

test('a share of fewer than twenty is not said', () => {
  expect([writePart(5, 19), writePart(5, 20), writePart(0, 0)]).toEqual(['–', '25%', '–']);
});
