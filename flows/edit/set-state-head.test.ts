import { expect, it } from 'vitest';
import { setConsent, setStateName } from './set-state-head';
import { smallFlow } from './testdata/flows';

const longName = '\u202Bಮನೆ 👩‍👩‍👧 \u200D'.repeat(12).slice(0, 200);

it('names a state, and takes the name away', () => {
  const named = setStateName(smallFlow, 'welcome', longName);
  expect(named.states[0]?.name).toBe(longName);
  expect(setStateName(named, 'welcome', ' ')).toEqual(smallFlow);
  expect(setStateName(named, 'welcome', longName)).toBe(named);
  expect(setStateName(smallFlow, 'welcome', 'x'.repeat(201))).toBe(smallFlow);
  expect(setStateName(smallFlow, 'nowhere', 'x')).toBe(smallFlow);
});

it('records a consent, or none', () => {
  const consent = { status: 'given', purpose: 'loan_enquiry', noticeVersion: '1' } as const;
  const recorded = setConsent(smallFlow, 'welcome', consent);
  expect(recorded.states[0]?.consent).toEqual(consent);
  expect(setConsent(recorded, 'welcome', null)).toEqual(smallFlow);
  expect(setConsent(smallFlow, 'welcome', { ...consent, purpose: '' })).toBe(smallFlow);
});
