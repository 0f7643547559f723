import { describe, expect, it } from 'vitest';
import { snoozeTimes } from './snooze-times';

const idsAt = (now: Date): readonly string[] => snoozeTimes(now).map(({ id }) => id);

describe('snoozeTimes', () => {
  it('offers an hour, the afternoon, tomorrow and Monday', () => {
    const thursday = new Date(2026, 11, 3, 9, 30);
    expect(snoozeTimes(thursday)).toEqual([
      { id: 'hour', at: new Date(2026, 11, 3, 10, 30) },
      { id: 'afternoon', at: new Date(2026, 11, 3, 16) },
      { id: 'tomorrow', at: new Date(2026, 11, 4, 10) },
      { id: 'monday', at: new Date(2026, 11, 7, 10) },
    ]);
  });

  it('offers no afternoon that is over, and on a Sunday no Monday that is tomorrow', () => {
    expect(idsAt(new Date(2026, 11, 3, 16))).toEqual(['hour', 'tomorrow', 'monday']);
    expect(idsAt(new Date(2026, 11, 6, 9))).toEqual(['hour', 'afternoon', 'tomorrow']);
  });
});
