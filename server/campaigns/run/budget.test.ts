import { expect, test } from 'vitest';
import { defaultRates } from '../../costs/rates/rates';
import { type BudgetOptions, createBudget } from './budget';

const options: BudgetOptions = {
  budgetInr: 3,
  rates: defaultRates,
  templates: [
    { name: 'offer', language: 'en', category: 'MARKETING', status: 'APPROVED' },
    { name: 'notice', language: 'en', category: 'UTILITY', status: 'APPROVED' },
  ],
  messages: [],
  day: '2026-12-01',
};

/** How many messages of a template are paid before the budget would be passed. */
function paid(template: string, own: Partial<BudgetOptions> = {}): number {
  const budget = createBudget({ ...options, ...own });
  let count = 0;
  while (count < 1_000 && budget.pay(template)) count += 1;
  return count;
}

test('a budget is never passed', () => {
  expect(paid('offer')).toBe(3); // at 0.8631
  expect(paid('notice')).toBe(26); // at 0.1150
  expect(paid('unknown')).toBe(3); // as marketing
  expect(paid('offer', { budgetInr: 0.8631 })).toBe(1);
  expect(paid('offer', { budgetInr: 0.86 })).toBe(0);
});

test('what was sent before counts', () => {
  expect(paid('offer', { messages: [{ template: 'offer', count: 2 }] })).toBe(1);
  expect(paid('offer', { messages: [{ template: 'offer', count: 4 }] })).toBe(0);
});

test('without a budget, and without a price, there is no limit', () => {
  expect(paid('offer', { budgetInr: null })).toBe(1_000);
  expect(paid('offer', { day: '2020-01-01' })).toBe(1_000);
});
