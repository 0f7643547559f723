import { describe, expect, it } from 'vitest';
import { writeTime } from './write-time';

describe('writeTime', () => {
  it('writes a moment in the timezone that is asked for', () => {
    expect(writeTime('2026-12-01T10:00:00+05:30', 'Asia/Kolkata')).toMatch(/Tue.*1 Dec.*10:00/);
  });

  it('leaves what is no time as it is', () => {
    expect(writeTime('soon')).toBe('soon');
  });
});
