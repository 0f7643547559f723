import { expect, test } from 'vitest';
import { addressOf, filterOf, isNarrowed, placeOf } from './analytics-place';

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
