import type { z } from 'zod';
import { inTransaction } from '../../../db/transaction';
import { stepsOf } from '../calls/call-sdk';
import { isAuthorised } from '../calls/signature';
import { readState } from '../calls/store';
import { registerApp, registration } from '../registry/registry';
import { requestCancel } from '../runs/store';
import { checkpoint, checkpointBody } from '../steps/checkpoint';
import { type RunnerWorld, wireEvent } from '../types';
import { invocation, invokeFunction } from './invoke-function';
import { receiveEvents, sentEvents } from './receive-events';
import { readEventRuns, readRunView } from './store';

/** What Inngest's interface needs of the world. */
export type InterfaceWorld = Pick<RunnerWorld, 'nowMs' | 'signingKey' | 'eventKey'>;

/** Answers what SDKs ask of an Inngest server: events, registrations, checkpoints, what a run has so far. */
export async function answerRequest(world: InterfaceWorld, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const route = routes.find(({ method, pattern }) => method === request.method && pattern.test(pathname));
  if (!route) return json(404, { error: 'There is nothing at this address.', status: 404 });
  const [, first = ''] = route.pattern.exec(pathname) ?? [];
  if (route.asks === 'signingKey' && world.signingKey) {
    if (!isAuthorised(request.headers.get('authorization'), world.signingKey)) return unauthorised('Unauthorized');
  }
  return route.answer(world, request, decodeURIComponent(first));
}

type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly pattern: RegExp;
  readonly asks: 'eventKey' | 'signingKey';
  readonly answer: (world: InterfaceWorld, request: Request, part: string) => Promise<Response>;
};

const routes: readonly Route[] = [
  { method: 'POST', pattern: /^\/e\/([^/]+)$/, asks: 'eventKey', answer: acceptPosted },
  { method: 'POST', pattern: /^\/invoke\/([^/]+)$/, asks: 'eventKey', answer: invokeBySlug },
  { method: 'POST', pattern: /^\/fn\/register$/, asks: 'signingKey', answer: register },
  { method: 'PUT', pattern: /^\/fn\/register$/, asks: 'signingKey', answer: register },
  { method: 'POST', pattern: /^\/v1\/checkpoint\/([^/]+)\/async$/, asks: 'signingKey', answer: keepSteps },
  { method: 'GET', pattern: /^\/v0\/runs\/([^/]+)\/batch$/, asks: 'signingKey', answer: giveEvents },
  { method: 'GET', pattern: /^\/v0\/runs\/([^/]+)\/actions$/, asks: 'signingKey', answer: giveSteps },
  { method: 'GET', pattern: /^\/v1\/events\/([^/]+)\/runs$/, asks: 'signingKey', answer: giveEventRuns },
  { method: 'GET', pattern: /^\/v1\/runs\/([^/]+)$/, asks: 'signingKey', answer: giveRun },
  { method: 'DELETE', pattern: /^\/v1\/runs\/([^/]+)$/, asks: 'signingKey', answer: cancelByRequest },
  {
    method: 'GET',
    pattern: /^\/health$/,
    asks: 'eventKey',
    answer: async () => json(200, { status: 200, message: 'OK' }),
  },
];

async function acceptPosted(world: InterfaceWorld, request: Request, key: string): Promise<Response> {
  if (world.eventKey && key !== world.eventKey) return unauthorised('Event key not found');
  return withBody(request, sentEvents, async (events) => {
    const ids = await receiveEvents(events, request.headers.get('x-inngest-event-id-seed'), world.nowMs());
    return json(200, { ids, status: 200 });
  });
}

async function invokeBySlug(world: InterfaceWorld, request: Request, slug: string): Promise<Response> {
  return withBody(request, invocation, async (payload) => {
    const id = await invokeFunction(world, slug, payload);
    return id === undefined
      ? json(404, { error: 'There is no such function.', status: 404 })
      : json(200, { ids: [id], status: 200 });
  });
}

async function register(_: InterfaceWorld, request: Request): Promise<Response> {
  return withBody(request, registration, async (app) =>
    json(200, { ok: true, status: 200, skipped: false, modified: await registerApp(app) }),
  );
}

async function keepSteps(world: InterfaceWorld, request: Request, runId: string): Promise<Response> {
  return withBody(request, checkpointBody, async (body) => {
    const kept = await checkpoint(runId, body, world.nowMs());
    return kept === 'kept' ? new Response(null, { status: 200 }) : json(409, { error: 'stale dispatch', status: 409 });
  });
}

async function giveEvents(_: InterfaceWorld, __: Request, runId: string): Promise<Response> {
  const state = await readState(runId);
  return state ? json(200, state.events.map(wireEvent)) : unknownRun();
}

async function giveSteps(_: InterfaceWorld, __: Request, runId: string): Promise<Response> {
  const state = await readState(runId);
  return state ? json(200, stepsOf(state)) : unknownRun();
}

async function giveEventRuns(_: InterfaceWorld, __: Request, eventId: string): Promise<Response> {
  return json(200, { data: await readEventRuns(eventId) });
}

async function giveRun(_: InterfaceWorld, __: Request, runId: string): Promise<Response> {
  const run = await readRunView(runId);
  return run ? json(200, { data: run }) : unknownRun();
}

async function cancelByRequest(world: InterfaceWorld, _: Request, runId: string): Promise<Response> {
  await inTransaction((client) => requestCancel(client, [runId], world.nowMs()));
  return new Response(null, { status: 202 });
}

async function withBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  work: (body: z.output<Schema>) => Promise<Response>,
): Promise<Response> {
  const body = schema.safeParse(await request.json().catch(() => undefined));
  if (body.success) return work(body.data);
  const [issue] = body.error.issues;
  return json(400, { error: `${issue?.path.join('.') || 'The body'}: ${issue?.message}`, status: 400 });
}

function unauthorised(error: string): Response {
  return json(401, { error, status: 401 });
}

function unknownRun(): Response {
  return json(404, { error: 'There is no such run, or it has ended.', status: 404 });
}

function json(status: number, body: unknown): Response {
  return Response.json(body, { status });
}
