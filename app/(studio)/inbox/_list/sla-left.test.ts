import { describe, expect, it } from 'vitest';
import { slaLeft } from './sla-left';

const now = new Date('2026-12-01T10:00:00Z');

describe('slaLeft', () => {
  it.each([
    ['2026-12-01T10:25:00Z', { state: 'fine', days: 0, hours: 0, minutes: 25 }],
    ['2026-12-01T10:10:00Z', { state: 'soon', days: 0, hours: 0, minutes: 10 }],
    ['2026-12-01T08:30:00Z', { state: 'over', days: 0, hours: 1, minutes: 30 }],
    ['2026-11-26T10:00:00Z', { state: 'over', days: 5, hours: 0, minutes: 0 }],
  ] as const)('%s is %o away', (dueAt, left) => {
    expect(slaLeft(dueAt, now)).toEqual(left);
  });
});
