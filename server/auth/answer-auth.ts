import { refuseRequest } from '../api/refuse-request';
import { toPublicError } from '../errors';
import { readRawBody } from '../inbox/read-raw-body';
import { holdsSealed } from '../sealing/sealed-value';
import { getAuth } from './auth';
import { relockFactors } from './second-factor/store';
import { mayTry } from './tries';

/** Answers what the sign-in screens ask the library. What they don't need is not there: it can do more than we want. */
export async function answerAuth(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/api\/auth/, '');
  if (!offered.has(`${request.method} ${path}`)) return refused(404, 'NOT_FOUND', 'There is nothing here.');
  const foreign = refuseRequest(request, accessOf(request.method, path));
  if (foreign) return refused(403, 'FOREIGN_REQUEST', foreign);
  // It is kept with the session and shown, and what is shown is opened where it is sealed.
  if (holdsSealed(request.headers.get('user-agent') ?? ''))
    return refused(400, 'INVALID_HEADER', 'This is no browser.');
  const asked = await withShortBody(request);
  if (asked instanceof Response) return asked;
  if (path === '/sign-in/email' && !(await mayTry(await emailOf(asked), Date.now()))) {
    return refused(429, 'TOO_MANY_TRIES', 'Too many tries. Wait ten minutes, then try again.');
  }
  if (path.startsWith('/two-factor/')) await relockOnce();
  const answer = await getAuth().handler(asked);
  answer.headers.set('cache-control', 'no-store');
  return answer;
}

/** Once for the process: the secret is that of its start. */
async function relockOnce(): Promise<void> {
  relocking ??= relockFactors();
  try {
    await relocking;
  } catch (cause) {
    relocking = undefined; // the database was away; the next one asks again
    throw cause;
  }
}

let relocking: Promise<number> | undefined;

const offered: ReadonlySet<string> = new Set([
  'POST /sign-in/email',
  'POST /sign-out',
  'GET /get-session',
  'POST /change-password',
  'POST /two-factor/enable',
  'POST /two-factor/disable',
  'POST /two-factor/verify-totp',
  'POST /two-factor/verify-backup-code',
  'POST /two-factor/generate-backup-codes',
]);

/** Only JSON is taken: a form could name one e-mail to us and another to the library. Signing out comes without a body. */
function accessOf(method: string, path: string): 'read' | 'change' | 'upload' {
  if (method === 'GET') return 'read';
  return path === '/sign-out' ? 'upload' : 'change';
}

const MOST_BYTES = 10_000;

/** The same request with a body that was read once; 413 for one that no sign-in needs. */
async function withShortBody(request: Request): Promise<Request | Response> {
  if (request.method === 'GET') return request;
  const { url, method, headers } = request;
  try {
    const raw = await readRawBody(request.body, headers.get('content-length'), MOST_BYTES);
    return new Request(url, { method, headers, body: raw.byteLength > 0 ? new Uint8Array(raw) : null });
  } catch (error) {
    const { status, message } = toPublicError(error);
    return refused(status, 'BODY_REFUSED', message);
  }
}

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
