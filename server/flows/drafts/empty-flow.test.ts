import { expect, test } from 'vitest';
import { checkFlow } from '@/flows/check/check-flow';
import { languages } from '@/prompts/load-languages';
import { emptyFlow } from './empty-flow';

test('an empty flow lacks translations and a way to a person, and has no error', () => {
  const flow = emptyFlow('renewals', 'Renewals');
  expect(flow.languages).toEqual(['en', 'hi', 'kn', 'ta', 'te']);
  const issues = checkFlow(flow, { packs: languages });
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect([...new Set(issues.map(({ code }) => code))].toSorted()).toEqual(['flow.no_human', 'translation.missing']);
});
