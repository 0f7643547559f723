import { expect, test } from 'vitest';
import { evenFraction, variantFor } from './share-out';

const variants = [
  { id: 'A', share: 70, template: 'offer', variables: [] },
  { id: 'B', share: 20, template: 'offer_short', variables: [] },
  { id: 'C', share: 10, template: 'offer_long', variables: [] },
];

test.each([100, 250, 1_000, 50_000])('of %d people each variant gets its share, give or take two people', (people) => {
  const counts = { A: 0, B: 0, C: 0 };
  for (let place = 0; place < people; place += 1) counts[variantFor(variants, place)?.id as 'A'] += 1;
  for (const { id, share } of variants) {
    expect(Math.abs(counts[id as 'A'] - (people * share) / 100)).toBeLessThanOrEqual(2);
  }
});

test('the variants are spread evenly over the days', () => {
  const counts = new Map<string, number>();
  for (let place = 0; place < 5_000; place += 1) {
    const key = `${variantFor(variants, place)?.id} on day ${Math.floor(evenFraction(place, 'day') * 5)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const { id, share } of variants) {
    for (let day = 0; day < 5; day += 1) {
      expect(Math.abs((counts.get(`${id} on day ${day}`) ?? 0) - share * 10)).toBeLessThan(25);
    }
  }
});

test('without variants there is none', () => {
  expect(variantFor([], 0)).toBeUndefined();
});
