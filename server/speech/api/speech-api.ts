import { setTimeout as sleep } from 'node:timers/promises';
import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import OpenAI from 'openai';
import type { SpeechConfig } from '../../env';
import { cappedFetch } from '../../understanding/model/capped-fetch';
import { type SpeechFailure, speechFailure } from '../speech-problem';
import { failureOf } from './failure-of';

export type SpeechLimits = {
  /** Over both attempts of one call. */
  readonly deadlineMs: number;
  readonly mostBytes: number;
  /** Failures in a row after which the service is left alone. */
  readonly failuresToPause: number;
  readonly pauseMs: number;
};

export const defaultSpeechLimits: SpeechLimits = {
  deadlineMs: 25_000,
  mostBytes: 16 * 1024 * 1024, // what WhatsApp takes as a voice note, Cloud API reference
  failuresToPause: 5,
  pauseMs: 15_000,
};

/** Anything that speaks OpenAI's audio calls. */
export type SpeechApi = {
  /**
   * Runs one call within the deadline, and once more after a failure that may pass, when the service wants it and the
   * deadline leaves room. Never throws for anything that the far side does.
   */
  readonly call: <Value>(run: SpeechCall<Value>) => Promise<Called<Value>>;
};

export type SpeechCall<Value> = (openai: OpenAI, signal: AbortSignal) => Promise<Called<Value>>;
export type Called<Value> = { readonly ok: true; readonly value: Value } | SpeechFailure;

export function createSpeechApi({ apiKey, baseUrl }: SpeechConfig, limits: SpeechLimits): SpeechApi {
  const openai = new OpenAI({
    apiKey,
    baseURL: baseUrl,
    maxRetries: 0, // ours is bounded by the deadline
    timeout: limits.deadlineMs,
    logLevel: 'off', // it would log what is said
    fetch: cappedFetch(limits.mostBytes),
  });
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: limits.pauseMs,
    breaker: new ConsecutiveBreaker(limits.failuresToPause),
  });
  return {
    call: async (run) => {
      const endsAt = Date.now() + limits.deadlineMs;
      const signal = AbortSignal.timeout(limits.deadlineMs);
      try {
        return await breaker.execute(async () => {
          const called = await callTwice(run, openai, signal, endsAt);
          // So that the breaker counts it; a note that holds nothing says nothing about the service.
          if (!called.ok && called.retryable) throw new Failed(called);
          return called;
        });
      } catch (error) {
        if (error instanceof Failed) return error.failure;
        if (error instanceof BrokenCircuitError) return speechFailure('speech.paused', limits.pauseMs);
        throw error;
      }
    },
  };
}

class Failed extends Error {
  constructor(readonly failure: SpeechFailure) {
    super(failure.code);
  }
}

const RETRY_MS = 500;
/** Below this a second attempt has no chance. */
const LEAST_ROOM_MS = 1_000;

async function callTwice<Value>(
  run: SpeechCall<Value>,
  openai: OpenAI,
  signal: AbortSignal,
  endsAt: number,
): Promise<Called<Value>> {
  const first = await callOnce(run, openai, signal);
  if (first.ok || !first.retryable || signal.aborted) return first;
  const waitMs = first.retryAfterMs ?? RETRY_MS;
  if (Date.now() + waitMs + LEAST_ROOM_MS > endsAt) return first;
  await sleep(waitMs);
  return callOnce(run, openai, signal);
}

async function callOnce<Value>(run: SpeechCall<Value>, openai: OpenAI, signal: AbortSignal): Promise<Called<Value>> {
  try {
    return await run(openai, signal);
  } catch (error) {
    return failureOf(error, signal);
  }
}
