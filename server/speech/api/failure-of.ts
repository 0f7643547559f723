import { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import { ResponseTooLarge } from '../../understanding/model/capped-fetch';
import { type SpeechFailure, speechFailure } from '../speech-problem';

/** What went wrong in a call of a service for voice, by what its client threw. */
export function failureOf(error: unknown, signal: AbortSignal): SpeechFailure {
  if (signal.aborted || error instanceof APIUserAbortError) return speechFailure('speech.timeout');
  if (isTooLarge(error)) return speechFailure('speech.unreadable');
  if (error instanceof APIConnectionError) return speechFailure('speech.unreachable');
  if (!(error instanceof APIError) || typeof error.status !== 'number') return speechFailure('speech.unreadable');
  const { status } = error;
  if (status === 429) return speechFailure('speech.busy', retryAfterMs(error.headers));
  if (status >= 500 || status === 408 || status === 409) {
    return speechFailure('speech.unavailable', retryAfterMs(error.headers));
  }
  return speechFailure([401, 403, 404].includes(status) ? 'speech.misconfigured' : 'speech.refused');
}

/** The client wraps what broke its connection. */
function isTooLarge(error: unknown): boolean {
  return error instanceof ResponseTooLarge || (error instanceof Error && isTooLarge(error.cause));
}

/** Seconds or a date, as HTTP has it. */
function retryAfterMs(headers: Headers | undefined): number | undefined {
  const given = headers?.get('retry-after');
  if (!given) return;
  const ms = /^\d+(\.\d+)?$/.test(given) ? Number(given) * 1000 : Date.parse(given) - Date.now();
  return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, LONGEST_WAIT_MS) : undefined;
}

const LONGEST_WAIT_MS = 60_000;
