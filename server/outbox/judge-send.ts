import type { SendResult } from '../channels/channel';
import type { Dispatch, Outcome } from './store';

/**
 * What becomes of a message after one attempt: taken, refused for good, perhaps taken, or to be tried again in its place in
 * the line. What concerns the whole channel or contact passes and is waited for as long as a reply makes sense; a failure of
 * the message itself is tried a few times.
 */
export function judgeSend(dispatch: Dispatch, result: SendResult, nowMs: number): Outcome {
  const { id, attempts } = dispatch;
  if (result.ok) return { id, attempts, status: 'accepted', externalId: result.externalId };
  const problem = { problemCode: result.code, problemDetail: result.detail };
  if (result.outcome === 'unknown') return { id, attempts, status: 'unknown', ...problem };
  const isTooOld = nowMs - dispatch.createdAt.getTime() > longestWaitMs;
  const isExhausted = result.scope === 'message' && attempts >= mostAttempts;
  if (!result.retryable || isTooOld || isExhausted) return { id, attempts, status: 'rejected', ...problem };
  const backOffMs = result.scope === 'channel' ? 0 : Math.min(60_000, 1000 * 2 ** (attempts - 1));
  const retryAfterMs = Math.max(backOffMs, 1000 * (result.retryAfterSeconds ?? 1));
  return { id, attempts, status: 'retry', retryAfterMs, ...problem };
}

const mostAttempts = 8;
const longestWaitMs = 24 * 3_600_000; // after that no free-form message may be sent anyway
