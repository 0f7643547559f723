import type { ChannelId } from '../../channels/channel';
import { type AllowedTime, allowedTime } from '../../outreach/allowed-hours';
import type { OutreachSettings } from '../../outreach/outreach-settings';
import { evenFraction } from './share-out';

export type Moments = {
  /** When the `place`th person, who lives in this timezone, gets theirs, ms since the epoch; undefined: never in a year. */
  readonly momentOf: (place: number, timezone: string) => number | undefined;
};

export type Spread = {
  readonly channel: ChannelId;
  readonly startMs: number;
  /** Over so many days on which people may be written to. */
  readonly days: number;
  readonly settings: OutreachSettings;
};

/**
 * When each person of a campaign gets their message: within their allowed hours, evenly over the days and over the hours of
 * each. A campaign of one day begins at once. Simulated contacts have no night.
 */
export function planMoments({ channel, startMs, days, settings }: Spread): Moments {
  const known = new Map<string, readonly AllowedTime[]>();
  const timesOf = (timezone: string): readonly AllowedTime[] => {
    const times = known.get(timezone) ?? allowedTimes(settings, startMs, days, timezone);
    known.set(timezone, times);
    return times;
  };
  return {
    momentOf: (place, timezone) => {
      const place0to1 = days === 1 ? 0 : evenFraction(place, 'day');
      if (channel === 'simulator') return startMs + Math.floor(place0to1 * days * DAY_MS);
      const at = place0to1 * days;
      const time = timesOf(timezone)[Math.floor(at)];
      return time && Math.floor(time.fromMs + (at % 1) * (time.untilMs - time.fromMs));
    },
  };
}

const DAY_MS = 24 * 3_600_000;

/** The allowed times of the next days there, the first of them from `startMs` on. */
function allowedTimes(settings: OutreachSettings, startMs: number, days: number, timezone: string): AllowedTime[] {
  const times: AllowedTime[] = [];
  for (let fromMs = startMs; times.length < days; ) {
    const time = allowedTime(settings, fromMs, timezone);
    if (!time) break;
    times.push({ ...time, fromMs: Math.max(fromMs, time.fromMs) });
    fromMs = time.untilMs;
  }
  return times;
}
