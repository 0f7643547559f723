import type { ChannelId } from '../channels/channel';
import { allowedTime } from './allowed-hours';
import type { OutreachSettings } from './outreach-settings';

/** What is known of a contact whom we want to write to first. */
export type Reach = {
  readonly contactId: string;
  readonly channel: ChannelId;
  readonly timezone: string;
  readonly isOptedOut: boolean;
  /** An officer has taken their conversation over. */
  readonly isOfficers: boolean;
  readonly hasStoppedMarketing: boolean;
  /** WhatsApp delivers no marketing to them before then; ms since the epoch. */
  readonly marketingCappedUntilMs: number | null;
  /** What their newest consent record about marketing says; null without one. */
  readonly marketingConsent: 'given' | 'withdrawn' | null;
  readonly lastInboundMs: number | null;
  /** When we wrote first to them in the last seven days (queued or sent), oldest first. */
  readonly reachedMs: readonly number[];
};

/** Why somebody is not written to; stable codes. */
export type ReachProblem =
  | 'contact.optedOut'
  | 'officer.owns'
  | 'contact.marketingStopped'
  | 'contact.marketingCapReached'
  | 'consent.missing'
  | 'hours.closed'
  | 'reach.tooOften';

export type ReachVerdict =
  | {
      readonly ok: true /** The end of the allowed hours; null where none are kept. */;
      readonly leaveBeforeMs: number | null;
    }
  | {
      readonly ok: false;
      readonly code: ReachProblem /** When it may be asked again; null: not for this message. */;
      readonly againMs: number | null;
    };

/** `answer` is part of a conversation that the contact began: a follow-up. `marketing` and `utility` as WhatsApp's categories. */
export type ReachKind = 'answer' | 'utility' | 'marketing';

const WEEK_MS = 7 * 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/**
 * Whether a contact may be written to first now. Asked when a message is planned and again when it is sent. Simulated
 * contacts have no night and give no consent: they are us.
 */
export function judgeReach(reach: Reach, kind: ReachKind, settings: OutreachSettings, nowMs: number): ReachVerdict {
  const never = (code: ReachProblem): ReachVerdict => ({ ok: false, code, againMs: null });
  if (reach.isOptedOut) return never('contact.optedOut');
  if (reach.isOfficers) return never('officer.owns');
  if (reach.channel === 'simulator') return { ok: true, leaveBeforeMs: null };
  if (kind === 'marketing' && reach.hasStoppedMarketing) return never('contact.marketingStopped');
  if (kind !== 'answer' && reach.marketingConsent !== 'given') return never('consent.missing');
  const later = (code: ReachProblem, againMs: number): ReachVerdict => ({ ok: false, code, againMs });
  const { marketingCappedUntilMs: cappedMs } = reach;
  if (kind === 'marketing' && cappedMs !== null && cappedMs > nowMs)
    return later('contact.marketingCapReached', cappedMs);
  const freeMs = whenOftenEnough(reach.reachedMs, settings, nowMs);
  if (freeMs > nowMs) return later('reach.tooOften', freeMs);
  const time = allowedTime(settings, nowMs, reach.timezone);
  if (time === undefined) return never('hours.closed');
  if (nowMs < time.fromMs) return later('hours.closed', time.fromMs);
  return { ok: true, leaveBeforeMs: time.untilMs };
}

/** When somebody may be written to first once more, by how often they were. */
function whenOftenEnough(reachedMs: readonly number[], settings: OutreachSettings, nowMs: number): number {
  const inWeek = reachedMs.filter((ms) => ms > nowMs - WEEK_MS);
  const last = inWeek.at(-1);
  const gapMs = last === undefined ? 0 : last + settings.leastHoursBetween * HOUR_MS;
  const oldest = inWeek.at(-settings.mostPerWeek);
  return Math.max(gapMs, oldest === undefined ? 0 : oldest + WEEK_MS);
}
