const HOUR_MS = 3_600_000;
const AFTERNOON_HOUR = 16;
const MORNING_HOUR = 10;
const MONDAY = 1;

export type SnoozeTime = Readonly<{ id: 'hour' | 'afternoon' | 'tomorrow' | 'monday'; at: Date }>;

/** Until when one might not want to see a conversation, in the officer's own time; what has passed is not offered. */
export function snoozeTimes(now: Date): readonly SnoozeTime[] {
  const toMonday = (MONDAY - now.getDay() + 7) % 7 || 7;
  const times: readonly SnoozeTime[] = [
    { id: 'hour', at: new Date(now.getTime() + HOUR_MS) },
    { id: 'afternoon', at: atHour(now, 0, AFTERNOON_HOUR) },
    { id: 'tomorrow', at: atHour(now, 1, MORNING_HOUR) },
    { id: 'monday', at: atHour(now, toMonday, MORNING_HOUR) },
  ];
  return times.filter(({ id, at }) => at > now && !(id === 'monday' && toMonday === 1));
}

function atHour(now: Date, days: number, hour: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
}
