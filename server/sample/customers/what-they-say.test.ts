import { expect, test } from 'vitest';
import { startSession } from '@/flows/engine/start-session';
import { parseFlow } from '@/flows/schema/parse-flow';
import echoFlow from '../../testing/echo-flow.json';
import { SAMPLE_COUNT, sampleCustomer } from './sample-customer';
import { whatTheySay } from './what-they-say';

const customers = Array.from({ length: SAMPLE_COUNT }, (_, number) => sampleCustomer(number));
const asked = [
  'property_type',
  'property_value',
  'loan_amount_needed',
  'tenure_months',
  'monthly_income',
  'employment_type',
];

test('whoever it is, every question has an answer in words, without a gap', () => {
  for (const customer of customers) {
    for (const slot of asked) {
      const said = whatTheySay({ ...customer, moves: new Map(), patience: 9 }, 2, sessionThatAsks(slot));
      expect(said).toMatchObject({ type: 'text', text: expect.stringMatching(/^[^{}]+$/) });
      expect(JSON.stringify(said)).not.toMatch(/undefined|NaN/);
    }
  }
});

test('they are the same people each time, of five languages, and none of their numbers can be somebody’s', () => {
  expect(sampleCustomer(7)).toEqual(sampleCustomer(7));
  expect(new Set(customers.map(({ language }) => language)).size).toBe(5);
  expect(new Set(customers.map(({ phone }) => phone)).size).toBe(SAMPLE_COUNT);
  expect(customers.every(({ phone }) => /^\+915\d{9}$/.test(phone))).toBe(true);
});

test('they fall silent when their patience is over', () => {
  const customer = { ...sampleCustomer(1), patience: 3 };
  expect(whatTheySay(customer, 1, null)).not.toBeNull();
  expect(whatTheySay(customer, 4, sessionThatAsks('property_value'))).toBeNull();
});

function sessionThatAsks(slot: string) {
  const flow = parseFlow(echoFlow);
  if (!flow.ok) throw new Error(JSON.stringify(flow.issues));
  const place = { id: 's', contactId: 'c', flow: flow.flow, flowVersion: 1, language: 'en', timezone: 'Asia/Kolkata' };
  const wait = { type: 'reply' as const, id: 'w', expects: [slot], choices: [], deadlineAt: null };
  return { ...startSession({ ...place, nowMs: 0 }), wait };
}
