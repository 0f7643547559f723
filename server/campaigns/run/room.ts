import type { CampaignPlan } from '../plan/campaign-plan';

/** How far a campaign has come, for the question how many more may go now. */
export type Standing = {
  /** Its messages that wait in the outbox or are on their way. */
  readonly outstanding: number;
  /** Messages a second that our number may send. */
  readonly throughput: number;
  /** When the next one may go by the campaign's own limit a second, ms since the epoch. */
  readonly nextMs: number | null;
  /** How many were queued today. */
  readonly today: number;
  /** When the next day begins by which the campaign counts, ms since the epoch. */
  readonly tomorrowMs: number;
};

export type Room = {
  readonly most: number;
  /** When there is room again once `count` of these are queued, ms since the epoch. */
  readonly againAfter: (count: number) => number;
  /** When the message after `count` of these may go by the campaign's own limit a second, ms since the epoch; null without one. */
  readonly nextAfter: (count: number) => number | null;
};

/** What waits in the outbox can be taken back: so little that a pause is a pause, so much that the number never idles. */
const BACKLOG_SECONDS = 5;
const MOST_BACKLOG = 2_000;
/** The backlog is filled up again when so much of it is left. */
const REFILL_AT = 0.6;
/** By its own limit a campaign queues what one second may have, once a second; so much of a late look is made up for. */
const CATCH_UP_MS = 250;
/** The longest that a transaction holds its contacts: about a tenth of a second. */
const MOST_AT_ONCE = 500;

/** How many more messages may be put into the outbox now. */
export function roomFor({ perSecond, perDay }: CampaignPlan['schedule'], standing: Standing, nowMs: number): Room {
  const { outstanding, throughput, nextMs, today, tomorrowMs } = standing;
  const rate = Math.min(perSecond ?? throughput, throughput);
  const backlog = Math.min(MOST_BACKLOG, Math.ceil(rate * BACKLOG_SECONDS));
  const fromMs = Math.max(nowMs - CATCH_UP_MS, nextMs ?? nowMs);
  const nextAfter = (count: number) => (perSecond === null ? null : fromMs + Math.round((count * 1000) / perSecond));
  const bySecond = perSecond === null ? MOST_AT_ONCE : fromMs > nowMs ? 0 : perSecond;
  const byDay = perDay === null ? MOST_AT_ONCE : perDay - today;
  const most = Math.max(0, Math.min(MOST_AT_ONCE, backlog - outstanding, bySecond, byDay));
  const againAfter = (count: number): number => {
    if (byDay <= count && perDay !== null) return tomorrowMs;
    const excess = outstanding + count - backlog * REFILL_AT;
    const drainedMs = backlog - outstanding > count ? nowMs : nowMs + Math.max(LEAST_PAUSE_MS, (excess / rate) * 1000);
    return Math.max(drainedMs, nextAfter(count) ?? nowMs);
  };
  return { most, againAfter, nextAfter };
}

const LEAST_PAUSE_MS = 100;
