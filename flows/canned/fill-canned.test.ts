import { expect, test } from 'vitest';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { fillCanned } from './fill-canned';

const texts = { en: 'Hello {{name}}, {{ officer }} here.', kn: 'ನಮಸ್ಕಾರ {{name}}, ನಾನು {{officer}}.' };
const known = new Map([
  ['name', 'Asha'],
  ['officer', 'Ravi'],
]);

function env(language: string) {
  const nowMs = Date.parse('2026-11-26T12:00:00+05:30');
  const world = { defaultLanguage: 'en', timezone: 'Asia/Kolkata', packs: languages, facts: defaultProductFacts };
  return { ...world, language, nowMs };
}

test('an answer is filled in the language of the customer', () => {
  expect(fillCanned(texts, known, env('kn'))).toEqual({
    text: 'ನಮಸ್ಕಾರ Asha, ನಾನು Ravi.',
    language: 'kn',
    missing: [],
  });
});

test('where it has no text in theirs it is English, and says so', () => {
  expect(fillCanned(texts, known, env('te'))).toMatchObject({ text: 'Hello Asha, Ravi here.', language: 'en' });
});

test('amounts and facts are said as the bot says them', () => {
  const loan = new Map<string, string | number>([...known, ['loan_amount_needed', 4_000_000]]);
  const answer = fillCanned(
    { en: 'For {{ loan_amount_needed | lakhCrore }}: {{ facts.rate_min | percent }}' },
    loan,
    env('en'),
  );
  expect(answer?.text).toMatch(/^For ₹40 lakh: \d/);
});

test('what is not known is named, and the text stays as it was written', () => {
  expect(fillCanned(texts, new Map([['officer', 'Ravi']]), env('en'))).toEqual({
    text: texts.en,
    language: 'en',
    missing: ['name'],
  });
});

test('an answer without a text is none', () => {
  expect(fillCanned({ en: ' ' }, known, env('en'))).toBeUndefined();
});
