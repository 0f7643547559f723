import { allowedTime } from '../../outreach/allowed-hours';
import type { OutreachSettings } from '../../outreach/outreach-settings';
import type { CampaignPlan } from '../plan/campaign-plan';

/** How fast a campaign may go, and when. */
export type Pace = {
  readonly schedule: CampaignPlan['schedule'];
  /** Messages a second that the number takes. */
  readonly perSecond: number;
  /** Null where no hours are kept: people of the simulator have no night. */
  readonly hours: Pick<OutreachSettings, 'hours' | 'holidays'> | null;
};

export type EstimatedEnd = {
  /** When the last message leaves, ms since the epoch; null for no message, or when it never does. */
  readonly endsMs: number | null;
  /** On how many days messages leave. */
  readonly days: number;
};

/** By the clock of most recipients; an estimate does not ask for each one's. */
const TIMEZONE = 'Asia/Kolkata';
const MOST_DAYS = 366;

/** How long so many messages take: within the allowed hours of each day, its limits, and spread over the days that were asked for. */
export function estimateEnd(messages: number, { schedule, perSecond, hours }: Pace, nowMs: number): EstimatedEnd {
  const speed = Math.min(schedule.perSecond ?? perSecond, perSecond);
  const perDay = Math.min(schedule.perDay ?? messages, Math.ceil(messages / schedule.days));
  let left = messages;
  let atMs = Math.max(nowMs, schedule.startsAt === null ? nowMs : Date.parse(schedule.startsAt));
  for (let days = 1; left > 0 && days <= MOST_DAYS; days += 1) {
    const time = hours ? allowedTime(hours, atMs, TIMEZONE) : { fromMs: atMs, untilMs: atMs + dayMs };
    if (!time) break;
    const fromMs = Math.max(atMs, time.fromMs);
    const most = Math.min(perDay, Math.floor(((time.untilMs - fromMs) / 1000) * speed));
    if (left <= most) return { endsMs: fromMs + Math.round((left / speed) * 1000), days };
    left -= most;
    atMs = time.untilMs;
  }
  return { endsMs: null, days: 0 };
}

const dayMs = 24 * 3_600_000;
