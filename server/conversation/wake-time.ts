import type { Session } from '@/flows/schema/session';
import type { ChannelId } from '../channels/channel';
import { allowedTime, allowedUntil, nextAllowed } from '../outreach/allowed-hours';
import type { OutreachSettings } from '../outreach/outreach-settings';

const HOUR_MS = 3_600_000;
const WINDOW_MS = 24 * HOUR_MS;
/** A wait of less belongs to the conversation that is going on; what comes after a longer one is us writing first. */
const FIRST_WORDS_MS = HOUR_MS;
/** How much sooner the end of a silence may come, to stay in the day and in the 24-hour window. */
const SOONER_MS = 4 * HOUR_MS;

type Place = { readonly channel: ChannelId; readonly outreach: OutreachSettings; readonly nowMs: number };

/**
 * When a session's wait runs out, ms since the epoch; null when it does not. What would make us write first in the night
 * comes at the next allowed moment. A reminder after a silence comes a little sooner instead where the window would be
 * closed by then. Simulated contacts have no night.
 */
export function wakeTimeMs(session: Session, { channel, outreach, nowMs }: Place): number | null {
  const { wait, timezone } = session;
  if (!wait || wait.type === 'effect' || session.status === 'ended') return null;
  const due = wait.type === 'timer' ? wait.until : wait.deadlineAt;
  if (due === null) return null;
  const dueMs = Date.parse(due);
  if (!isFirstWords(dueMs, nowMs, channel) || allowedUntil(outreach, dueMs, timezone) !== undefined) return dueMs;
  const nextMs = nextAllowed(outreach, dueMs, timezone) ?? dueMs;
  if (wait.type === 'timer' || nextMs < nowMs + WINDOW_MS) return nextMs;
  return sooner(outreach, dueMs, timezone) ?? nextMs;
}

/** When a wait that has run out may be heeded, ms since the epoch, if it would make us write first in the night; else null. */
export function putOffUntilMs(session: Session, { channel, outreach, nowMs }: Place): number | null {
  if (!isFirstWords(nowMs, Date.parse(session.updatedAt), channel)) return null;
  if (allowedUntil(outreach, nowMs, session.timezone) !== undefined) return null;
  return nextAllowed(outreach, nowMs, session.timezone) ?? null;
}

/** Until when what a run-out wait says may leave, ISO 8601; null where that does not matter. */
export function leaveBefore(session: Session, { channel, outreach, nowMs }: Place): string | null {
  if (!isFirstWords(nowMs, Date.parse(session.updatedAt), channel)) return null;
  const untilMs = allowedUntil(outreach, nowMs, session.timezone);
  return untilMs === undefined ? null : new Date(untilMs).toISOString();
}

function isFirstWords(atMs: number, lastTurnMs: number, channel: ChannelId): boolean {
  return channel !== 'simulator' && atMs - lastTurnMs >= FIRST_WORDS_MS;
}

/** The last minute of allowed time within the hours before `dueMs`. */
function sooner(outreach: OutreachSettings, dueMs: number, timezone: string): number | undefined {
  const time = allowedTime(outreach, dueMs - SOONER_MS, timezone);
  if (time === undefined || time.fromMs > dueMs) return undefined;
  return time.untilMs - 60_000;
}
