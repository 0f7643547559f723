import { expect, it } from 'vitest';
import type { FollowUp } from '../follow-up-types';
import { hoursShown } from './hours-shown';

it('shows the day, and of the night only what is needed', () => {
  expect(hoursShown([])).toEqual({ slotMinTime: '07:00:00', slotMaxTime: '22:00:00' });
  expect(hoursShown([at(11), at(5)])).toEqual({ slotMinTime: '05:00:00', slotMaxTime: '22:00:00' });
  expect(hoursShown([at(23)])).toEqual({ slotMinTime: '07:00:00', slotMaxTime: '24:00:00' });
});

function at(hour: number): Pick<FollowUp, 'answeredAt' | 'sentAt' | 'dueAt'> {
  return { answeredAt: null, sentAt: null, dueAt: new Date(2026, 10, 26, hour, 30).toISOString() };
}
