import { expect, test } from 'vitest';
import { factHint, sayRefusal } from './say-fact';

test.each([
  ['rate_min', '8.25', '8.25% a year'],
  ['gst_percent', '18', '18%'],
  ['ticket_min_inr', '500000', '₹5 lakh'],
  ['ticket_max_inr', '15000000', '₹1.5 crore'],
  ['income_min_inr', '25000', '₹25,000'],
  ['tenure_max_months', '186', '15 years 6 months'],
  ['papers_return_days', '30', '30 days'],
  ['age_min', '21', '21 years'],
  ['rate_min', '', ''],
])('%s of %s is “%s”', (name, typed, said) => {
  expect(factHint(name, typed)).toBe(said);
});

test.each([
  ['facts.rate_min: Too big', '“Lowest interest”: Too big'],
  ['facts: The lowest rate is above the highest.', 'The lowest rate is above the highest.'],
  ['texts.rate.kn: A text is empty.', '“rate, ಕನ್ನಡ”: A text is empty.'],
  ['Somebody has changed the facts since you looked.', 'Somebody has changed the facts since you looked.'],
])('a refusal “%s” is said as “%s”', (sentence, said) => {
  expect(sayRefusal(sentence)).toBe(said);
});
