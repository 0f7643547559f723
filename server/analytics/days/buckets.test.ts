import { expect, test } from 'vitest';
import { bucketBoundsMs, percentileOf } from './buckets';

test('a percentile lies between the bounds of its bucket, and there is none without counts', () => {
  const buckets = [
    { key: '8', count: 90 }, // 700 to 1,000 ms
    { key: '15', count: 10 }, // 7 to 10 s
  ];
  expect(percentileOf(buckets, 0.5)).toBe(867);
  expect(percentileOf(buckets, 0.95)).toBe(8_500);
  expect(percentileOf([...buckets].reverse(), 0.95)).toBe(8_500);
  expect(percentileOf([], 0.5)).toBeNull();
  expect(percentileOf([{ key: String(bucketBoundsMs.length), count: 1 }], 0.5)).toBe(bucketBoundsMs.at(-1));
});
