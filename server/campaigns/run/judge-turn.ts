import type { ReachVerdict } from '../../outreach/judge-reach';
import type { CampaignPlan } from '../plan/campaign-plan';

/** Somebody whose turn has come: what may be said about writing to them, and since when they are in a conversation. */
export type Turn = {
  readonly reach: ReachVerdict | undefined;
  /** When they last wrote in a conversation that goes on, ms since the epoch; null where none does. */
  readonly liveSinceMs: number | null;
};

export type TurnVerdict =
  | { readonly type: 'go'; readonly leaveBeforeMs: number | null }
  | { readonly type: 'exclude'; readonly code: string }
  | { readonly type: 'later'; readonly code: string; readonly againMs: number };

/**
 * What becomes of somebody whose turn has come. Who wrote in the last 24 hours in a conversation that goes on is in the middle
 * of it: left out, asked again in half an hour (or once a day has passed since they wrote), or written to all the same.
 */
export function judgeTurn({ reach, liveSinceMs }: Turn, live: CampaignPlan['live'], nowMs: number): TurnVerdict {
  if (!reach) return { type: 'exclude', code: 'contact.gone' };
  if (!reach.ok) {
    const { code, againMs } = reach;
    return againMs === null ? { type: 'exclude', code } : { type: 'later', code, againMs };
  }
  const { leaveBeforeMs } = reach;
  const overMs = liveSinceMs === null ? nowMs : liveSinceMs + DAY_MS;
  if (live === 'join' || overMs <= nowMs) return { type: 'go', leaveBeforeMs };
  if (live === 'skip') return { type: 'exclude', code: 'session.live' };
  return { type: 'later', code: 'session.live', againMs: Math.min(overMs, nowMs + LOOK_AGAIN_MS) };
}

const DAY_MS = 24 * 3_600_000;
const LOOK_AGAIN_MS = 30 * 60_000;
