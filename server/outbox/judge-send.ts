import type { SendFailure, SendResult } from '../channels/channel';
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
  const failures = dispatch.failures + (result.scope === 'channel' ? 0 : 1);
  const isTooOld = nowMs - dispatch.createdAt.getTime() > longestWaitMs;
  const isExhausted = result.scope === 'message' && failures >= (result.mostAttempts ?? mostAttempts);
  if (!result.retryable || isTooOld || isExhausted) return { id, attempts, status: 'rejected', ...problem };
  return { id, attempts, status: 'retry', failures, retryAfterMs: 1000 * waitSeconds(result, failures), ...problem };
}

const mostAttempts = 8;
const longestWaitMs = 24 * 3_600_000; // after that no free-form message may be sent anyway

function waitSeconds({ scope, retryAfterSeconds = 1 }: SendFailure, failures: number): number {
  switch (scope) {
    case 'channel':
      return retryAfterSeconds;
    case 'contact':
      return Math.min(3600, retryAfterSeconds * 4 ** (failures - 1)); // Cloud API reference, error 131056
    case 'message':
      return Math.max(retryAfterSeconds, Math.min(60, 2 ** (failures - 1)));
    default:
      return scope satisfies never;
  }
}
