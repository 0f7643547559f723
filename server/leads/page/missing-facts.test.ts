import { expect, test } from 'vitest';
import loanAgainstProperty from '@/flows/library/loan-against-property.json';
import { parseFlow } from '@/flows/schema/parse-flow';
import type { SlotValue } from '@/flows/schema/slots';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { loanView } from './loan-view';
import { missingFacts } from './missing-facts';

test('what the shipped flow still wants is named in its order, and asked for in the customer’s language', () => {
  const { missing, nextQuestion } = asked({ property_type: 'house', property_location: 'Mysuru' }, 'kn');
  expect(missing.map(({ slot }) => slot).slice(0, 4)).toEqual([
    'loan_amount_needed',
    'loan_purpose',
    'monthly_income',
    'property_value',
  ]);
  expect(nextQuestion).toMatchObject({ slot: 'loan_amount_needed', language: 'kn' });
  expect(nextQuestion?.text).toMatch(/\p{Script=Kannada}/u);
  expect(asked({}, 'fr').nextQuestion).toMatchObject({ slot: 'property_type', language: 'en' });
});

test('what is wanted only under a condition is missing only while it holds', () => {
  const slots = (known: Record<string, SlotValue>) => asked(known, 'en').missing.map(({ slot }) => slot);
  expect(slots({})).toContain('callback_at');
  expect(slots({ no_time_wanted: true })).not.toContain('callback_at');
});

test('the maximum is the smallest of what the value, the income and the lender allow', () => {
  const facts = defaultProductFacts;
  const loan = (known: Record<string, SlotValue>) => loanView(new Map(Object.entries(known)), facts, 'en');
  const house = { property_type: 'house', property_value: 10_000_000, loan_amount_needed: 5_000_000 };
  const byValue = (10_000_000 * facts.ltv_residential) / 100;
  expect(loan(house)).toMatchObject({
    ltvPercent: 50,
    maximum: { amountInr: byValue, bound: 'ltv', byIncomeInr: null },
  });
  const poor = loan({ ...house, monthly_income: 30_000, current_emi: 5_000 });
  expect(poor.emiRoomInr).toBe((30_000 * facts.foir) / 100 - 5_000);
  expect(poor.maximum).toMatchObject({ bound: 'foir', amountInr: poor.maximum.byIncomeInr });
  expect(poor.maximum.amountInr).toBeLessThan(byValue);
  expect(loan({})).toMatchObject({ ltvPercent: null, emiInr: null, maximum: { bound: 'ticket' } });
  expect(poor.caution).not.toBe('');
});

function asked(known: Record<string, SlotValue>, language: string) {
  const parsed = parseFlow(loanAgainstProperty);
  if (!parsed.ok) throw new Error('The shipped flow can’t be read.');
  const { flow } = parsed;
  const nowMs = Date.parse('2026-11-24T10:00:00Z');
  const world = { timezone: 'Asia/Kolkata', facts: defaultProductFacts, nowMs };
  return missingFacts({ flow, known: new Map(Object.entries(known)), language, ...world });
}
