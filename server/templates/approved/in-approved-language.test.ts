import { expect, test } from 'vitest';
import { renderMessages } from '@/flows/rendering/render-messages';
import { inApprovedLanguage } from './in-approved-language';

const approved = new Map([
  ['loan_follow_up', ['hi', 'en_IN', 'kn']],
  ['only_tamil', ['ta']],
]);

test.each([
  ['loan_follow_up', 'kn', 'kn'],
  ['loan_follow_up', 'en', 'en_IN'],
  ['loan_follow_up', 'te', 'en_IN'],
  ['only_tamil', 'te', 'ta'],
  ['not_known', 'te', 'te'],
])('%s for somebody who speaks %s goes in %s', (name, language, sent) => {
  const [payload] = renderMessages({ type: 'template', name, language, variables: ['Asha'] });
  if (!payload) throw new Error('A template always makes a message.');
  expect(inApprovedLanguage(payload, approved)).toMatchObject({ template: { name, language: { code: sent } } });
});

test('what is no template stays as it is', () => {
  const [payload] = renderMessages({ type: 'text', text: 'Hello' });
  if (!payload) throw new Error('A text with words always makes a message.');
  expect(inApprovedLanguage(payload, approved)).toBe(payload);
});
