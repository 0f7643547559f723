import { expect, test } from 'vitest';
import { parseFlow } from '@/flows/schema/parse-flow';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import shipped from '../../../flows/library/loan-against-property.json';
import { noticeInFlow } from './notice-in-flow';

const read = parseFlow(shipped);
if (!read.ok) throw new Error('The shipped flow can’t be read.');
const { flow } = read;

test('the shipped notice is what the first message says, in all languages, with the facts of now', () => {
  const told = noticeInFlow(flow, defaultProductFacts);
  expect(told).toMatchObject({ stateId: 'initial', stateName: 'First contact' });
  expect(Object.keys(told?.texts ?? {})).toEqual(['en', 'hi', 'kn', 'ta', 'te']);
  expect(told?.texts.en).toContain('only for this loan enquiry');
  expect(Object.values(told?.texts ?? {}).join('\n')).not.toContain('{{');
});

test('a flow that records consent before it says anything has no notice', () => {
  const consent = { status: 'given', purpose: 'loan_enquiry', noticeVersion: '1' } as const;
  const states = flow.states.map((state) => (state.id === flow.start ? { ...state, consent } : state));
  expect(noticeInFlow({ ...flow, states }, defaultProductFacts)).toBeNull();
});
