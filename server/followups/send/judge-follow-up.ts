import { nextAllowed } from '../../outreach/allowed-hours';
import { judgeReach, type Reach } from '../../outreach/judge-reach';
import type { OutreachSettings } from '../../outreach/outreach-settings';
import type { PlanReason } from '../settings/follow-up-settings';
import type { Words } from '../words/compose-words';
import { isWindowOpen } from './is-window-open';
import type { HeldFollowUp } from './store';

/** What becomes of a follow-up in the moment in which it is to be sent. */
export type SendDecision =
  | {
      readonly type: 'send';
      readonly words: Extract<Words, { readonly ok: true }>;
      readonly leaveBefore: string | null;
    }
  | { readonly type: 'putOff'; readonly untilMs: number; readonly reason: string | null }
  | { readonly type: 'end'; readonly status: 'cancelled' | 'failed'; readonly reason: string };

/**
 * Decides again all that was decided when it was planned: an officer who took over, an opt-out, the night, holidays, how often
 * they were written to, consent, the window and the template.
 */
export function judgeFollowUp(
  reason: PlanReason,
  held: HeldFollowUp,
  reach: Reach,
  words: Words,
  outreach: OutreachSettings,
  nowMs: number,
): SendDecision {
  if (held.hasPendingMessage) return { type: 'putOff', untilMs: nowMs + A_MINUTE_MS, reason: null };
  if (held.hasOpenHandover) return cancelled('handover.open');
  if (reason === 'silence' && !isWindowOpen(reach, nowMs)) return cancelled('window.closed');
  const verdict = judgeReach(reach, words.ok ? words.kind : 'answer', outreach, nowMs);
  if (verdict.ok && !words.ok) return { type: 'end', status: 'failed', reason: words.code };
  if (verdict.ok && words.ok) return { type: 'send', words, leaveBefore: isoOrNull(verdict.leaveBeforeMs) };
  if (verdict.ok || verdict.againMs === null) return cancelled(verdict.ok ? 'hours.closed' : verdict.code);
  const untilMs = nextAllowed(outreach, verdict.againMs, reach.timezone);
  if (untilMs === undefined) return cancelled('hours.closed');
  if (reason === 'silence' && !isWindowOpen(reach, untilMs)) return cancelled('window.closed');
  return { type: 'putOff', untilMs, reason: verdict.code };
}

const A_MINUTE_MS = 60_000;

function cancelled(reason: string): SendDecision {
  return { type: 'end', status: 'cancelled', reason };
}

function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
