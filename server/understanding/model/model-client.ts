import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import OpenAI, { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { z } from 'zod';
import type { ModelConfig } from '../../env';
import { cappedFetch, ResponseTooLarge } from './capped-fetch';

export type ModelUsage = Readonly<{ promptTokens: number; completionTokens: number }>;

/** Why there is no answer. The codes are those of `readerReason` after "model.". */
export type ModelFailure =
  | 'timeout'
  | 'rate_limited'
  | 'unavailable'
  | 'misconfigured'
  | 'unreadable'
  | 'too_large'
  | 'paused';

export type ModelAnswer<Value> =
  | Readonly<{ ok: true; value: Value; usage: ModelUsage }>
  | Readonly<{ ok: false; failure: ModelFailure; usage: ModelUsage }>;

export type Question<Schema extends z.ZodType> = Readonly<{
  /** A name for the schema: letters, digits and underscores. */
  name: string;
  schema: Schema;
  instructions: string;
  /** What the instructions are about, as JSON. */
  input: object;
  mostTokens: number;
  /** Makes an abandoned or repeated request recognisable to the far side. */
  idempotencyKey: string;
}>;

export type ModelClient = Readonly<{
  model: string;
  /** One structured call. Never throws and never takes longer than the deadline, whatever the far side does. */
  ask: <Schema extends z.ZodType>(question: Question<Schema>) => Promise<ModelAnswer<z.infer<Schema>>>;
}>;

export type ModelLimits = Readonly<{
  deadlineMs: number;
  /** Failures in a row after which the model is left alone. */
  failuresToPause: number;
  pauseMs: number;
}>;

export const defaultLimits: ModelLimits = { deadlineMs: 8_000, failuresToPause: 5, pauseMs: 30_000 };

/**
 * A client of anything that speaks OpenAI's chat completions with structured outputs, with a deadline over all
 * attempts, at most one retry, a cap on the answer's size and a circuit breaker.
 */
export function createModelClient(config: ModelConfig, limits: ModelLimits = defaultLimits): ModelClient {
  const openai = new OpenAI({
    apiKey: config.apiKey,
    baseURL: config.baseUrl,
    maxRetries: 0, // ours is bounded by the deadline
    timeout: limits.deadlineMs,
    logLevel: 'off', // it would log what customers write
    fetch: cappedFetch(MOST_BYTES),
  });
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: limits.pauseMs,
    breaker: new ConsecutiveBreaker(limits.failuresToPause),
  });
  return {
    model: config.model,
    ask: async (question) => {
      const signal = AbortSignal.timeout(limits.deadlineMs);
      try {
        return await breaker.execute(async () => {
          const answer = await askTwice(openai, config.model, question, signal);
          if (!answer.ok) throw new Failed(answer.failure, answer.usage); // so that the breaker counts it
          return answer;
        });
      } catch (error) {
        if (error instanceof Failed) return { ok: false, failure: error.failure, usage: error.usage };
        if (error instanceof BrokenCircuitError) return failed('paused');
        throw error;
      }
    },
  };
}

const MOST_BYTES = 256 * 1024; // an answer has some hundred bytes
const RETRY_MS = 300;
const NO_USAGE: ModelUsage = { promptTokens: 0, completionTokens: 0 };

class Failed extends Error {
  constructor(
    readonly failure: ModelFailure,
    readonly usage: ModelUsage,
  ) {
    super(failure);
  }
}

function failed(failure: ModelFailure, usage = NO_USAGE): { ok: false; failure: ModelFailure; usage: ModelUsage } {
  return { ok: false, failure, usage };
}

/** Tries once more when the first attempt failed in a way that a moment may cure, and the deadline leaves room. */
async function askTwice<Schema extends z.ZodType>(
  openai: OpenAI,
  model: string,
  question: Question<Schema>,
  signal: AbortSignal,
): Promise<ModelAnswer<z.infer<Schema>>> {
  const first = await askOnce(openai, model, question, signal);
  if (first.ok || !MAY_PASS.has(first.failure) || signal.aborted) return first;
  await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  return signal.aborted ? failed('timeout') : askOnce(openai, model, question, signal);
}

const MAY_PASS: ReadonlySet<ModelFailure> = new Set(['unavailable', 'rate_limited']);

async function askOnce<Schema extends z.ZodType>(
  openai: OpenAI,
  model: string,
  { name, schema, instructions, input, mostTokens, idempotencyKey }: Question<Schema>,
  signal: AbortSignal,
): Promise<ModelAnswer<z.infer<Schema>>> {
  try {
    const completion = await openai.chat.completions.create(
      {
        model,
        messages: [
          { role: 'system', content: instructions },
          { role: 'user', content: JSON.stringify(input) },
        ],
        response_format: zodResponseFormat(schema, name),
        max_completion_tokens: mostTokens,
      },
      { signal, idempotencyKey },
    );
    const usage: ModelUsage = {
      promptTokens: countOf(completion.usage?.prompt_tokens),
      completionTokens: countOf(completion.usage?.completion_tokens),
    };
    const read = schema.safeParse(parseJson(completion.choices?.[0]?.message?.content));
    return read.success ? { ok: true, value: read.data, usage } : failed('unreadable', usage);
  } catch (error) {
    return failed(failureOf(error, signal));
  }
}

/** The far side may say anything; a count that is none costs nothing. */
function countOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

function parseJson(content: unknown): unknown {
  if (typeof content !== 'string') return undefined;
  try {
    return JSON.parse(content);
  } catch {
    return undefined; // the schema refuses it
  }
}

function failureOf(error: unknown, signal: AbortSignal): ModelFailure {
  if (signal.aborted || error instanceof APIUserAbortError) return 'timeout';
  if (causeOf(error) instanceof ResponseTooLarge) return 'too_large';
  if (error instanceof APIConnectionError) return 'unavailable';
  if (error instanceof APIError && typeof error.status === 'number') {
    if (error.status === 429) return 'rate_limited';
    return error.status >= 500 || error.status === 408 || error.status === 409 ? 'unavailable' : 'misconfigured';
  }
  return 'unreadable'; // a body that is no JSON, an answer of another shape
}

function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? causeOf(error.cause) : error;
}
