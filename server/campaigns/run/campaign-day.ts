import { Temporal } from 'temporal-polyfill';

/** The zone by whose days a campaign counts: WhatsApp bills Indian accounts by it. */
const zone = 'Asia/Kolkata';

/** A day by which campaigns count: its ISO date, when it began, and when the next one does (ms since the epoch). */
export type CampaignDay = { readonly date: string; readonly fromMs: number; readonly untilMs: number };

export function campaignDay(nowMs: number): CampaignDay {
  const start = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone).startOfDay();
  return {
    date: start.toPlainDate().toString(),
    fromMs: start.epochMilliseconds,
    untilMs: start.add({ days: 1 }).epochMilliseconds,
  };
}
