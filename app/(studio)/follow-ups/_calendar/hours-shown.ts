import { timeOf } from '../_list/shows';
import type { FollowUp } from '../follow-up-types';

type Times = Pick<FollowUp, 'answeredAt' | 'sentAt' | 'dueAt'>;

const EARLIEST = 7;
const LATEST = 22;

/** The hours of a week that are worth their room: those of the day, and of the night those in which something is. */
export function hoursShown(rows: readonly Times[]): { readonly slotMinTime: string; readonly slotMaxTime: string } {
  const hours = rows.map((row) => new Date(timeOf(row)).getHours());
  return {
    slotMinTime: `${Math.min(EARLIEST, ...hours)}:00:00`.padStart('00:00:00'.length, '0'),
    slotMaxTime: `${Math.max(LATEST, ...hours.map((hour) => hour + 1))}:00:00`,
  };
}
