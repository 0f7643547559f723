import { Cron } from 'croner';
import { words } from '@/app/_words/en';

const texts = words.jobs.crons;

/** A schedule in words where it is a plain one; else as it is written. */
export function saySchedule(cron: string): string {
  const { pattern } = partsOf(cron);
  if (pattern === '* * * * *') return texts.minute;
  if (/^\d+ \* \* \* \*$/.test(pattern)) return texts.hour;
  const minutes = /^\*\/(\d+) \* \* \* \*$/.exec(pattern)?.[1];
  if (minutes) return texts.minutes(minutes);
  const hours = /^\d+ \*\/(\d+) \* \* \*$/.exec(pattern)?.[1];
  if (hours) return texts.hours(hours);
  const [, minute, hour] = /^(\d+) (\d+) \* \* \*$/.exec(pattern) ?? [];
  return minute && hour ? texts.day(`${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`) : pattern;
}

/** When it comes next after `now`; null for a schedule that can't be read, or never comes. */
export function nextTime(cron: string, now: Date): Date | null {
  const { pattern, timezone } = partsOf(cron);
  try {
    return new Cron(pattern, { paused: true, timezone }).nextRun(now);
  } catch {
    // A schedule of another program may be written in a way of its own; it is shown as it is.
    return null;
  }
}

/** Inngest writes the timezone in front: "TZ=Asia/Kolkata 0 9 * * *"; without one it is UTC. */
function partsOf(cron: string): { readonly pattern: string; readonly timezone: string } {
  const [, timezone = 'UTC', pattern = cron] = /^TZ=(\S+)\s+(.*)$/.exec(cron) ?? [];
  return { pattern: pattern.trim(), timezone };
}
