import { refuseRequest } from '../api/refuse-request';
import { getAuth } from './auth';
import { mayTry } from './tries';

/** Answers what the sign-in screens ask the library. What they don't need is not there: it can do more than we want. */
export async function answerAuth(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/api\/auth/, '');
  if (!offered.has(`${request.method} ${path}`)) return refused(404, 'NOT_FOUND', 'There is nothing here.');
  const foreign = refuseRequest(request, request.method === 'GET' ? 'read' : 'upload'); // some have no body at all
  if (foreign) return refused(403, 'FOREIGN_REQUEST', foreign);
  if (path === '/sign-in/email' && !(await mayTry(await emailOf(request), Date.now()))) {
    return refused(429, 'TOO_MANY_TRIES', 'Too many tries. Wait ten minutes, then try again.');
  }
  const answer = await getAuth().handler(request);
  answer.headers.set('cache-control', 'no-store');
  return answer;
}

const offered: ReadonlySet<string> = new Set([
  'POST /sign-in/email',
  'POST /sign-out',
  'GET /get-session',
  'POST /change-password',
  'POST /two-factor/enable',
  'POST /two-factor/disable',
  'POST /two-factor/get-totp-uri',
  'POST /two-factor/verify-totp',
  'POST /two-factor/verify-backup-code',
  'POST /two-factor/generate-backup-codes',
]);

/** In the form in which the library gives its refusals. */
function refused(status: number, code: string, message: string): Response {
  return Response.json({ code, message }, { status, headers: { 'cache-control': 'no-store' } });
}

/** Empty for what the library will refuse anyway. */
async function emailOf(request: Request): Promise<string> {
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => undefined);
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : undefined;
  return typeof email === 'string' ? email : '';
}
