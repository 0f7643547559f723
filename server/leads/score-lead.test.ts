import { expect, test } from 'vitest';
import type { Session } from '@/flows/schema/session';
import type { SlotFact, SlotValue } from '@/flows/schema/slots';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { scoreLead } from './score-lead';

const now = Date.parse('2026-11-24T10:00:00Z');

test('the customer of the example conversation scores above one of whom nothing is known', () => {
  const cold = scoreLead(sessionWith({}, 0.5), defaultProductFacts, now);
  const warm = scoreLead(
    sessionWith(
      {
        property_type: 'house',
        property_location: 'Bengaluru',
        property_value: 15_000_000,
        loan_amount_needed: 8_000_000,
        loan_purpose: 'business',
      },
      0.9,
    ),
    defaultProductFacts,
    now,
  );
  expect(warm.score).toBeGreaterThan(cold.score + 20);
  expect(warm.reasons).toContainEqual({ code: 'ltv', points: 15, value: 53 });
});

test('everything at its best is 100, and the parts add up to the score', () => {
  const best = scoreLead(
    sessionWith(
      {
        name: 'Asha',
        property_type: 'house',
        property_location: 'Mysuru',
        property_value: 10_000_000,
        loan_amount_needed: 5_000_000,
        loan_purpose: 'business',
        monthly_income: 200_000,
        current_emi: 0,
        employment_type: 'salaried',
        tenure_months: 120,
        urgency: 'immediate',
      },
      1,
    ),
    defaultProductFacts,
    now,
  );
  expect(best.score).toBe(100);
  expect(best.reasons.reduce((sum, reason) => sum + reason.points, 0)).toBe(100);
});

test('silence and a refusal bring the score down', () => {
  const session = sessionWith({ property_type: 'house' }, 0.9);
  const today = scoreLead(session, defaultProductFacts, now);
  const later = scoreLead(session, defaultProductFacts, now + 30 * 86_400_000);
  expect(later.score).toBeLessThan(today.score);
  const refused = scoreLead({ ...session, consents: { contact: 'withdrawn' } }, defaultProductFacts, now);
  expect(refused.score).toBeLessThanOrEqual(5);
});

test('a property that is not lent on costs points', () => {
  const farm = { property_type: 'agricultural_land', property_value: 10_000_000, loan_amount_needed: 1_000_000 };
  expect(scoreLead(sessionWith(farm, 0.5), defaultProductFacts, now).reasons).toContainEqual({
    code: 'ltv',
    points: -10,
    value: 'agricultural_land',
  });
});

function sessionWith(slots: Readonly<Record<string, SlotValue>>, interest: number): Session {
  const at = new Date(now).toISOString();
  const facts = Object.entries(slots).map(([slot, value]): [string, SlotFact] => [
    slot,
    {
      value,
      confidence: 1,
      messageId: 'm1',
      span: null,
      source: 'customer',
      confirmed: false,
      at,
      language: 'en',
      history: [],
    },
  ]);
  return {
    id: 's1',
    contactId: 'c1',
    flowId: 'loan-against-property',
    flowVersion: 1,
    status: 'active',
    state: 'qualifying',
    wait: null,
    language: 'en',
    timezone: 'Asia/Kolkata',
    slots: Object.fromEntries(facts),
    returns: [],
    calls: [],
    visits: {},
    said: {},
    consents: {},
    interest,
    turn: 1,
    turnsInHour: { hour: 0, count: 1 },
    startedAt: at,
    updatedAt: at,
  };
}
