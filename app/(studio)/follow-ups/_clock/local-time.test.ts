import { describe, expect, it } from 'vitest';
import { daysBetween, fromLocalField, startOfDay, toLocalField } from './local-time';

describe('the time in a field of the browser', () => {
  it('is the same moment on the way back', () => {
    const at = new Date(2026, 11, 31, 23, 45);
    expect(toLocalField(at)).toBe('2026-12-31T23:45');
    expect(fromLocalField(toLocalField(at))).toBe(at.toISOString());
  });

  it('names no moment while it is empty or half typed', () => {
    expect(fromLocalField('')).toBeNull();
    expect(fromLocalField('2026-13-40T10:00')).toBeNull();
  });
});

describe('days on the calendar', () => {
  it('begin at midnight, also across the end of a month', () => {
    expect(startOfDay(new Date(2026, 11, 31, 18), 1)).toEqual(new Date(2027, 0, 1));
  });

  it('are counted by midnights and not by hours', () => {
    expect(daysBetween(new Date(2026, 10, 26, 23, 59), new Date(2026, 10, 27, 0, 1))).toBe(1);
    expect(daysBetween(new Date(2026, 10, 27, 0, 1), new Date(2026, 10, 27, 23, 59))).toBe(0);
    expect(daysBetween(new Date(2026, 10, 27, 12), new Date(2026, 10, 26, 12))).toBe(-1);
  });
});
