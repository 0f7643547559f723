import { refuseForeign } from '../../api/refuse-foreign';
import { isAtLeast } from '../../auth/actor';
import { readActor } from '../../auth/read-actor';
import { getEnv } from '../../env';
import { liveStream } from './live-stream';

/** Answers the request for a stream of what happens in conversations: for officers and owners. */
export async function answerLive(request: Request): Promise<Response> {
  const { headers } = request;
  const origin = {
    host: headers.get('host'),
    origin: headers.get('origin'),
    fetchSite: headers.get('sec-fetch-site'),
    contentType: headers.get('content-type'),
  };
  const refusal = refuseForeign(origin, 'read', getEnv().PUBLIC_URL);
  if (refusal) return refused(403, 'request.invalid', refusal);
  const actor = await readActor(headers);
  if (!actor) return refused(401, 'signIn.required', 'Sign in first.');
  if (!isAtLeast(actor.role, 'officer')) return refused(403, 'right.missing', 'Only officers and owners can do this.');
  const stream = liveStream(actor, request.signal, () => mayListen(headers));
  if (!stream) return refused(429, 'request.tooMany', 'Too many windows of yours are open. Close some.');
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

/** Whether whoever began to listen is still signed in, and an officer. */
async function mayListen(headers: Headers): Promise<boolean> {
  const actor = await readActor(headers);
  return actor !== null && isAtLeast(actor.role, 'officer');
}

function refused(status: number, code: string, message: string): Response {
  return Response.json({ code, message }, { status });
}
