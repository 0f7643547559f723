import { describe, expect, it } from 'vitest';
import { fromField, toField } from './schedule-time';

describe('the field of a start', () => {
  it('shows the moment that it was given, to the minute', () => {
    const iso = '2026-12-01T04:30:00.000Z';
    expect(fromField(toField(iso))).toBe(iso);
  });

  it('is empty for no time, and an unfinished one is no time', () => {
    expect(toField(null)).toBe('');
    expect(toField('soon')).toBe('');
    expect(fromField('')).toBeNull();
    expect(fromField('2026-13-')).toBeNull();
  });
});
