import { createHash } from 'node:crypto';
import { type FunctionConfig, type RunnerWorld, wireEvent } from '../types';
import { derivedUlid } from '../ulid';
import type { Answer } from './answer';
import { readAnswer } from './read-answer';
import { canonicalJson, signatureOf } from './signature';
import type { Claim, RunState } from './store';

/** Calls the SDK for one item. Never throws: what goes wrong on the way is a failed attempt. */
export async function callSdk(
  world: RunnerWorld,
  claim: Claim,
  config: FunctionConfig,
  state: RunState,
): Promise<Answer> {
  const body = requestBody(claim, config, state, world.signingKey ? canonicalJson : JSON.stringify);
  try {
    const response = await world.call(addressOf(config, claim.stepId), {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'x-run-id': claim.runId,
        'x-inngest-step-id': claim.stepId,
        'x-inngest-req-version': String(state.requestVersion),
        'x-request-id': requestId(claim),
        'x-inngest-job-id': claim.itemId,
        'x-inngest-generation-id': String(claim.generation),
        ...(world.signingKey ? { 'x-inngest-signature': signatureOf(body, world.signingKey, Date.now()) } : {}),
      },
      signal: AbortSignal.timeout(longestCallMs),
    });
    return await readAnswer(response, world.nowMs());
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      kind: 'failed',
      error: { name: 'UnreachableError', message: `The function could not be called: ${message}` },
      isRetryable: true,
      retryAfterMs: undefined,
      requestVersion: undefined,
    };
  }
}

/** Attempts that a step has in all. */
export function mostAttempts(config: FunctionConfig): number {
  const retries = Object.values(config.steps)[0]?.retries?.attempts ?? 4; // the SDK leaves its default out
  return Math.min(21, retries + 1); // the reference server's most
}

/** The id by which the SDK knows a function within; any UUID does. */
export function functionUuid(functionId: string): string {
  const hex = createHash('sha256').update(functionId).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

const longestCallMs = 2 * 3_600_000; // the reference server's most
const mostBodyBytes = 4 * 1024 * 1024; // beyond, the SDK fetches events and steps itself

function requestBody(claim: Claim, config: FunctionConfig, state: RunState, write: (body: unknown) => string): string {
  const events = state.events.map(wireEvent);
  const stack = state.steps.map(({ stepId }) => stepId);
  const body = (parts: { events: unknown; steps: unknown; use_api: boolean }) =>
    write({
      event: events[0],
      events: parts.events,
      steps: parts.steps,
      defers: {},
      use_api: parts.use_api,
      version: state.requestVersion,
      ctx: {
        fn_id: functionUuid(config.id),
        run_id: claim.runId,
        env: '',
        step_id: claim.stepId,
        attempt: claim.attempt,
        max_attempts: mostAttempts(config),
        stack: { stack, current: stack.length },
        disable_immediate_execution: state.isParallel,
        use_api: parts.use_api,
        qi_id: claim.itemId,
        request_id: requestId(claim),
        job_id: claim.itemId,
        generation_id: claim.generation,
      },
    });
  const whole = body({ events, steps: stepsOf(state), use_api: false });
  return Buffer.byteLength(whole) <= mostBodyBytes ? whole : body({ events: [], steps: {}, use_api: true });
}

/** What the steps gave, by their hash, as the SDK takes it. */
export function stepsOf({ steps }: Pick<RunState, 'steps'>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(steps.map(({ stepId, result }) => [stepId, result]));
}

function requestId(claim: Claim): string {
  return derivedUlid(0, claim.itemId, claim.generation);
}

function addressOf(config: FunctionConfig, stepId: string): string {
  const address = new URL(Object.values(config.steps)[0]?.runtime.url ?? '');
  address.searchParams.set('stepId', stepId);
  return address.href;
}
