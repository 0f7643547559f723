import { describe, expect, it } from 'vitest';
import { nextAction } from './next-action';

/** Moments of our own calendar, whatever the timezone of who runs this. */
const now = new Date(2026, 11, 1, 10, 0);
const at = (day: number, hour: number) => new Date(2026, 11, day, hour).toISOString();

describe('nextAction', () => {
  it.each([
    [at(1, 9), 'overdue', 'overdue since 1 Dec'],
    [at(1, 18), 'today', 'today, 6:00 pm'],
    [at(2, 1), 'soon', 'soon: 2 Dec'],
    [at(3, 23), 'soon', 'soon: 3 Dec'],
    [at(4, 0), 'later', '4 Dec'],
  ])('at %s is %s', (moment, urgency, said) => {
    expect(nextAction(moment, now)).toEqual({ urgency, said });
  });

  it('is nothing where nothing is planned', () => {
    expect(nextAction(null, now)).toBeNull();
  });
});
