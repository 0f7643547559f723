import { expect, test } from 'vitest';
import { explainError } from './errors';

/** Codes of the reference, one line a class. */
const codes = {
  transient: [1, 2, 131000, 131016, 131057, 133000, 133004, 134101, 2494100],
  rate: [4, 613, 80007, 80008, 130429, 131048, 131056, 132069, 133016],
  account: [0, 3, 10, 33, 190, 200, 299, 368, 131005, 131031, 131037, 131042, 131045, 131063, 131064, 133010, 134011],
  permanent: [130403, 130472, 130497, 131026, 131043, 131047, 131049, 131050, 131060, 131062, 132015, 132016, 137000],
  caller: [100, 131008, 131009, 131021, 131030, 131051, 131053, 132000, 132001, 132012, 132018, 135000, 2388293],
};

test.each(Object.entries(codes))('the codes of class "%s" are known as such', (kind, members) => {
  for (const code of members) {
    const explained = explainError(code);
    expect([code, explained.kind]).toEqual([code, kind]);
    expect(explained.problem).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
    expect(explained.sentence).toMatch(/^[A-Z].*\.$/);
    expect(explained.retryable).toBe(['transient', 'rate', 'account'].includes(kind));
    expect(explained.retryAfterSeconds !== undefined).toBe(explained.retryable);
  }
});

test('an unknown code is refused for good', () => {
  expect(explainError(123_456)).toMatchObject({ kind: 'permanent', problem: 'message.refused', retryable: false });
});

test('what concerns one customer holds up only them, what concerns the account everything', () => {
  expect(explainError(131056)).toMatchObject({ scope: 'contact', retryAfterSeconds: 6 });
  expect([130429, 190, 131026].map((code) => explainError(code).scope)).toEqual(['channel', 'channel', 'message']);
});
