import { Cron } from 'croner';

/**
 * The last minute after `afterMs` and not after `untilMs` in which a schedule fires; `undefined` for none, or when the text is
 * no schedule. Five fields or a name such as `@hourly`, in UTC unless it begins with `TZ=Asia/Kolkata `.
 */
export function lastFire(schedule: string, afterMs: number, untilMs: number): number | undefined {
  const cron = cronOf(schedule);
  const nextSecond = new Date(Math.floor(untilMs / 1000) * 1000 + 1000); // the library looks strictly before a second
  const [last] = cron?.previousRuns(1, nextSecond) ?? [];
  return last && last.getTime() > afterMs ? last.getTime() : undefined;
}

const parsed = new Map<string, Cron | null>();

function cronOf(schedule: string): Cron | null {
  const known = parsed.get(schedule);
  if (known !== undefined) return known;
  const cron = parse(schedule);
  parsed.set(schedule, cron);
  return cron;
}

function parse(schedule: string): Cron | null {
  const [, timezone = 'UTC', pattern = ''] = /^(?:(?:CRON_)?TZ=(\S+)\s+)?(.+)$/.exec(schedule.trim()) ?? [];
  try {
    const cron = new Cron(pattern, { timezone, mode: '5-part', paused: true });
    cron.nextRun(new Date(0)); // a timezone that does not exist is found out only here
    return cron;
  } catch {
    return null;
  }
}
