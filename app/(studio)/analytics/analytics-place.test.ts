import { expect, test } from 'vitest';
import { addressOf, filterOf, isNarrowed, placeOf, rangeProblem } from './analytics-place';

test('an address keeps what is looked at, and forgets what there is not', () => {
  const asked = new URLSearchParams('tab=funnel&days=30&flow=loan&version=2&language=kn&source=ad');
  expect(placeOf(asked)).toMatchObject({ tab: 'funnel', days: '30', flow: 'loan', version: '2', language: 'kn' });
  expect(addressOf(placeOf(asked))).toBe(`/analytics?${asked}`);
  const nonsense = new URLSearchParams('tab=elsewhere&days=12&version=2&campaign=none');
  expect(addressOf(placeOf(nonsense))).toBe('/analytics');
  expect([isNarrowed(placeOf(asked)), isNarrowed(placeOf(nonsense))]).toEqual([true, false]);
});

test('seven days end today in India, also when it is still yesterday elsewhere', () => {
  const nowMs = Date.parse('2026-11-25T19:00:00Z'); // half past midnight in India
  expect(filterOf(placeOf(new URLSearchParams()), nowMs)).toMatchObject({
    from: '2026-11-20',
    until: '2026-11-26',
    flowId: null,
    version: null,
  });
});

test('days of one’s own choosing stand in the address instead, and both count', () => {
  const asked = new URLSearchParams('from=2026-10-01&until=2026-10-31');
  expect(addressOf({ ...placeOf(asked), days: '30' })).toBe(`/analytics?${asked}`);
  expect(filterOf(placeOf(asked), Date.now())).toMatchObject({ from: '2026-10-01', until: '2026-10-31' });
});

test('days that can’t be counted are said in a sentence, and forgotten by the address', () => {
  const problemOf = (from: string, until: string) => rangeProblem({ from, until });
  expect(problemOf('2025-11-27', '2026-11-27')).toBeNull();
  expect(problemOf('2026-11-26', '2026-11-26')).toBeNull();
  expect(problemOf('2025-11-26', '2026-11-27')).toContain('366');
  expect(problemOf('2026-11-27', '2026-11-26')).toContain('before');
  expect([problemOf('2026-02-30', '2026-03-01'), problemOf('', '2026-11-26')]).toEqual(
    Array(2).fill(problemOf('', '')),
  );
  expect(addressOf(placeOf(new URLSearchParams('from=2026-11-27&until=2026-11-26&days=30')))).toBe(
    '/analytics?days=30',
  );
});
