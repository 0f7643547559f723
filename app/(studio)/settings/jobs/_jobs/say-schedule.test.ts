import { describe, expect, it } from 'vitest';
import { nextTime, saySchedule } from './say-schedule';

const now = new Date('2026-11-26T10:20:30Z');

describe('a schedule', () => {
  it.each([
    ['* * * * *', 'every minute'],
    ['*/5 * * * *', 'every 5 minutes'],
    ['7 * * * *', 'every hour'],
    ['0 */6 * * *', 'every 6 hours'],
    ['30 2 * * *', 'every day at 02:30'],
    ['TZ=Asia/Kolkata 0 9 * * *', 'every day at 09:00'],
  ])('%s is said in words', (cron, said) => {
    expect(saySchedule(cron)).toBe(said);
  });

  it('that is not a plain one stays as it is written', () => {
    expect(saySchedule('0 9 1 * 1-5')).toBe('0 9 1 * 1-5');
  });

  it('says when it comes next, in its own timezone', () => {
    expect(nextTime('*/15 * * * *', now)).toEqual(new Date('2026-11-26T10:30:00Z'));
    expect(nextTime('TZ=Asia/Kolkata 0 9 * * *', now)).toEqual(new Date('2026-11-27T03:30:00Z'));
    expect(nextTime('whenever', now)).toBeNull();
  });
});
