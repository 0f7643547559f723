import { describe, expect, it } from 'vitest';
import { windowLeft } from './window-left';

const now = new Date('2026-12-01T10:00:00Z');

describe('windowLeft', () => {
  it.each([
    ['2026-12-02T10:00:00Z', { hours: 24, minutes: 0, share: 1, urgency: 'calm' }],
    ['2026-12-01T13:30:00Z', { hours: 3, minutes: 30, urgency: 'soon' }],
    ['2026-12-01T10:59:00Z', { hours: 0, minutes: 59, urgency: 'last' }],
  ] as const)('until %s there is still time', (endsAt, left) => {
    expect(windowLeft(endsAt, now)).toMatchObject(left);
  });

  it.each([null, '2026-12-01T10:00:00Z', '2026-11-30T10:00:00Z', 'never'])('is over for %s', (endsAt) => {
    expect(windowLeft(endsAt, now)).toBeNull();
  });
});
