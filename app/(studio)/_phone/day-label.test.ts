import { describe, expect, it } from 'vitest';
import { dayLabel } from './day-label';

const now = new Date(2026, 10, 24, 9, 30);

describe('dayLabel', () => {
  it.each([
    [new Date(2026, 10, 24, 0, 1), 'Today'],
    [new Date(2026, 10, 23, 23, 59), 'Yesterday'],
    [new Date(2026, 10, 22, 12), 'Sunday'],
    [new Date(2026, 10, 18, 12), 'Wednesday'],
    [new Date(2026, 10, 17, 12), '17 November 2026'],
    [new Date(2025, 10, 24, 12), '24 November 2025'],
  ])('calls %s %s', (day, label) => {
    expect(dayLabel(day.toISOString(), now)).toBe(label);
  });
});
