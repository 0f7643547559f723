import { expect, test } from 'vitest';
import { costInr } from './cost-inr';
import { defaultRates, rates } from './rates/rates';

test.each([
  ['marketing', '0.8631'],
  ['utility', '0.115'],
  ['authentication', '0.115'],
  ['authentication-international', '2.4971'],
  ['service', '0.115'],
])('a billed %s message costs what the card for India says', (category, inr) => {
  expect(costInr({ category, type: 'regular', day: '2026-11-24' }, defaultRates)?.toString()).toBe(inr);
});

test.each(['free_customer_service', 'free_entry_point', 'free'])('a message of type %s costs nothing', (type) => {
  expect(costInr({ category: 'marketing', type, day: '2026-11-24' }, defaultRates)?.toString()).toBe('0');
});

test('the card of the day counts, whatever comes later', () => {
  const changing = rates.parse({
    cards: [
      { effectiveFrom: '2027-01-01', perMessage: { utility: '0.2' } },
      { effectiveFrom: '2026-10-01', perMessage: { utility: '0.1' } },
    ],
  });
  const costs = ['2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01'].map((day) => {
    return costInr({ category: 'utility', type: 'regular', day }, changing)?.toString() ?? null;
  });
  expect(costs).toEqual([null, '0.1', '0.1', '0.2']);
});

test('a category without a price has no cost that we know', () => {
  expect(costInr({ category: 'general_purpose_ai', type: 'regular', day: '2026-11-24' }, defaultRates)).toBeNull();
});

test.each([
  { cards: [{ effectiveFrom: '2026-10-01', perMessage: { utility: '0,5' } }] },
  { cards: [{ effectiveFrom: '1 October', perMessage: {} }] },
  { cards: [{ effectiveFrom: '2026-10-01', currency: 'USD', perMessage: {} }] },
  {
    cards: [
      { effectiveFrom: '2026-10-01', perMessage: {} },
      { effectiveFrom: '2026-10-01', perMessage: {} },
    ],
  },
])('prices that mean nothing are not kept: %j', (value) => {
  expect(rates.safeParse(value).success).toBe(false);
});
