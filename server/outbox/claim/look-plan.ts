/**
 * How far a look into the outbox reaches. Usually the first few waiting messages will do; where these can't leave (their number
 * has used up its room, their contacts get no more for now), those behind them are looked for once a second. And the longer
 * looks take, the further ahead they claim, so that the pace is kept on a slow machine too.
 */
export type LookPlan = {
  readonly next: () => Reach;
  /** How many messages the look had a result for, and how long it took. */
  readonly hear: (touched: number, tookMs: number) => void;
};

/** `width`: waiting messages of a channel to look through. `aheadMs`: messages whose moment comes later are left. */
export type Reach = { readonly width: number; readonly aheadMs: number };

export function createLookPlan(nowMs: () => number = Date.now): LookPlan {
  let width: number = narrow;
  let wideAt = Number.NEGATIVE_INFINITY;
  let usualMs = 0;
  return {
    next: () => ({ width, aheadMs: Math.round(Math.min(furthestMs, Math.max(nearestMs, 3 * usualMs))) }),
    hear: (touched, tookMs) => {
      usualMs += (tookMs - usualMs) / 8;
      if (width === wide) wideAt = nowMs();
      if (touched > 0) return; // there may be more where this was
      width = width === narrow && nowMs() - wideAt >= pauseMs ? wide : narrow;
    },
  };
}

const narrow = 500;
const wide = 5_000; // takes PostgreSQL 50 ms
const pauseMs = 1_000;
/** An answer may wait behind so much that was claimed for later. */
const furthestMs = 500;
const nearestMs = 150;
