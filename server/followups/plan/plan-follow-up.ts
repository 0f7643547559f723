import { Temporal } from 'temporal-polyfill';
import type { ChannelId } from '../../channels/channel';
import { allowedTime, nextAllowed } from '../../outreach/allowed-hours';
import type { OutreachSettings } from '../../outreach/outreach-settings';
import type { FollowUpSettings, PlanReason } from '../settings/follow-up-settings';
import { bestHour } from './best-hour';
import type { PlanStep } from './plan-step';

/** What a follow-up is planned from. Moments are ms since the epoch. */
export type PlanRequest = {
  readonly reason: PlanReason;
  /** When the flow, the rule or the officer wants it. */
  readonly wantedMs: number;
  /** Who says so. What a customer or an officer named is moved into allowed hours, and not otherwise. */
  readonly saidBy: 'customer' | 'officer' | 'flow' | 'rule';
  readonly author?: string | null;
  readonly person: PlannedPerson;
  readonly nowMs: number;
};

/** What is known of whom it is for. */
export type PlannedPerson = {
  readonly channel: ChannelId;
  readonly timezone: string;
  /** 0..1. */
  readonly interest: number;
  /** How often they wrote in each hour of their own day: 24 numbers, or none. */
  readonly replyHours: readonly number[];
  /** When we last wrote first to them. */
  readonly reachedMs: number | null;
};

export type PlanSettings = { readonly followUps: FollowUpSettings; readonly outreach: OutreachSettings };

/** When a follow-up is due, what the rules wanted before that was moved into allowed hours, and why. */
export type FollowUpPlan = { readonly wantedMs: number; readonly dueMs: number; readonly steps: readonly PlanStep[] };

/**
 * Plans a follow-up: the time that was said, nearer or further by interest, in the hour in which they answer most, moved into
 * the hours in which they may be written to. Undefined where it would come to nothing: no day is allowed within a year, or a
 * reminder after a silence would come when the 24 hours are over.
 */
export function planFollowUp(request: PlanRequest, settings: PlanSettings): FollowUpPlan | undefined {
  const steps: PlanStep[] = [firstStep(request)];
  const wantedMs = wanted(request, settings, steps);
  const { channel, timezone } = request.person;
  if (channel === 'simulator') return { wantedMs, dueMs: wantedMs, steps };
  const freeMs = held(wantedMs, request, settings.outreach, steps);
  const dueMs = intoAllowedDay(freeMs, settings.outreach, timezone, steps);
  if (dueMs === undefined) return undefined;
  if (request.reason !== 'silence' || dueMs < request.nowMs + WINDOW_MS) return { wantedMs, dueMs, steps };
  const soonerMs = lastAllowed(settings.outreach, request, wantedMs);
  return soonerMs === undefined
    ? undefined
    : { wantedMs, dueMs: soonerMs, steps: [firstStep(request), { code: 'moved.window' }] };
}

const DAY_MS = 24 * 3_600_000;
/** WhatsApp's 24 hours, with some minutes for the way. */
const WINDOW_MS = DAY_MS - 10 * 60_000;

function firstStep({ saidBy, author = null, wantedMs, nowMs }: PlanRequest): PlanStep {
  const days = Math.max(0, Math.round(((wantedMs - nowMs) / DAY_MS) * 10) / 10);
  switch (saidBy) {
    case 'customer':
      return { code: 'time.named' };
    case 'officer':
      return { code: 'time.officer', author };
    case 'flow':
      return { code: 'time.flow', days: days < 1 ? days : Math.floor(days) }; // it has been moved into the day already
    case 'rule':
      return { code: 'time.rule', days: Math.round(days) };
    default:
      return saidBy satisfies never;
  }
}

/** The time that was said, as interest and habit change it; a named time and a reminder of today stay. */
function wanted(request: PlanRequest, { followUps, outreach }: PlanSettings, steps: PlanStep[]): number {
  const { saidBy, reason, wantedMs, nowMs, person } = request;
  const days = (wantedMs - nowMs) / DAY_MS;
  if (saidBy === 'customer' || saidBy === 'officer' || reason === 'silence' || days < 1) return wantedMs;
  let at = Temporal.Instant.fromEpochMilliseconds(wantedMs).toZonedDateTimeISO(person.timezone);
  const share = followUps.interest.isOn ? ((0.5 - person.interest) * 2 * followUps.interest.mostPercent) / 100 : 0;
  const moved = Math.round(days * share);
  if (moved !== 0 && days + moved >= 1) {
    at = at.add({ days: moved });
    const code = moved < 0 ? 'interest.nearer' : 'interest.further';
    steps.push({ code, days: Math.abs(moved), interest: Math.round(person.interest * 100) / 100 });
  }
  const { isOn, leastReplies } = followUps.bestHour;
  const best = isOn ? bestHour(person.replyHours, { ...outreach.hours, leastReplies }) : undefined;
  if (best && best.hour !== at.hour) {
    at = at.withPlainTime({ hour: best.hour });
    steps.push({ code: 'hour.best', ...best });
  }
  return at.epochMilliseconds;
}

function held(atMs: number, request: PlanRequest, outreach: OutreachSettings, steps: PlanStep[]): number {
  const { person, reason, saidBy } = request;
  if (person.reachedMs === null || reason === 'silence' || saidBy === 'customer') return atMs;
  const freeMs = person.reachedMs + outreach.leastHoursBetween * 3_600_000;
  if (freeMs <= atMs) return atMs;
  steps.push({ code: 'held.tooOften', until: new Date(freeMs).toISOString() });
  return freeMs;
}

/** The same time of day on the first day that is allowed, or the next allowed moment; says what was in the way. */
function intoAllowedDay(
  atMs: number,
  outreach: OutreachSettings,
  timezone: string,
  steps: PlanStep[],
): number | undefined {
  const at = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timezone);
  const allowed = allowedTime(outreach, at.startOfDay().epochMilliseconds, timezone);
  if (allowed === undefined) return undefined;
  const day = Temporal.Instant.fromEpochMilliseconds(allowed.fromMs).toZonedDateTimeISO(timezone).toPlainDate();
  if (!day.equals(at.toPlainDate())) {
    steps.push(closedDay(at, outreach));
    const sameTimeMs = day.toZonedDateTime({ timeZone: timezone, plainTime: at.toPlainTime() }).epochMilliseconds;
    return sameTimeMs < allowed.untilMs ? Math.max(sameTimeMs, allowed.fromMs) : allowed.fromMs;
  }
  const dueMs = nextAllowed(outreach, atMs, timezone);
  if (dueMs !== undefined && dueMs !== atMs) steps.push({ code: 'moved.night' });
  return dueMs;
}

function closedDay(at: Temporal.ZonedDateTime, { holidays }: OutreachSettings): PlanStep {
  const date = at.toPlainDate().toString();
  const holiday = holidays.find((day) => day.date === date);
  if (holiday) return { code: 'moved.holiday', date, name: holiday.name };
  return { code: 'moved.weekday', weekday: at.dayOfWeek };
}

/** The last allowed moment before `wantedMs` (a quarter of an hour before the night) that is still to come. */
function lastAllowed(outreach: OutreachSettings, { nowMs, person }: PlanRequest, wantedMs: number): number | undefined {
  const beforeNightMs = 15 * 60_000;
  let last: number | undefined;
  for (let atMs = nowMs; atMs < wantedMs; ) {
    const time = allowedTime(outreach, atMs, person.timezone);
    if (time === undefined || time.fromMs > wantedMs) break;
    const latestMs = Math.min(wantedMs, time.untilMs - beforeNightMs);
    if (latestMs > nowMs + MIN_SILENCE_MS) last = latestMs;
    atMs = time.untilMs;
  }
  return last;
}

/** Sooner than this, nobody has been silent. */
const MIN_SILENCE_MS = 3 * 3_600_000;
