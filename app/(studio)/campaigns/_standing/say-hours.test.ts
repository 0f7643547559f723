import { describe, expect, it } from 'vitest';
import { sayDays, sayHours } from './say-hours';

describe('the days on which people may be written to', () => {
  it.each([
    [[1, 2, 3, 4, 5, 6], 'Mon to Sat'],
    [[6, 7], 'Sat, Sun'],
    [[1, 3, 5], 'Mon, Wed, Fri'],
    [[7, 6, 5], 'Fri to Sun'],
    [[], ''],
  ])('%j are said as “%s”', (days, said) => {
    expect(sayDays(days)).toBe(said);
  });

  it('are said with the hours', () => {
    const hours = { days: [1, 2, 3], opens: '10:00', closes: '18:00' };
    expect(sayHours({ hours })).toContain('Mon to Wed, 10:00 to 18:00');
  });
});
