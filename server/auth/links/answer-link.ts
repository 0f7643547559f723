import { refuseRequest } from '../../api/refuse-request';
import { KnownError, toPublicError } from '../../errors';
import { readRawBody } from '../../inbox/read-raw-body';
import { log } from '../../log';
import { hashOfToken } from '../../uploads/token';
import { getAuth } from '../auth';
import { type LinkAnswer, linkAnswer } from './link';
import { type Joined, selectLink, spendLink } from './store';

/**
 * Takes what somebody sends with their one-time link, and signs them in: 200 with `{ signedIn }`, false where a second factor
 * is still to be given (the sign-in screen asks for it). A dead link is 404, a wrong field 400.
 */
export async function answerLink(token: string, request: Request, nowMs: number): Promise<Response> {
  const refusal = refuseRequest(request, 'change');
  if (refusal) return Response.json({ code: 'request.invalid', message: refusal }, { status: 403 });
  try {
    const answer = await readAnswer(request);
    const joined = await spend(token, answer, new Date(nowMs));
    return await signIn(joined, answer.password, request.headers);
  } catch (error) {
    const { code, message, status } = toPublicError(error);
    if (code === 'server.failed') log.error({ err: error }, 'api.failed');
    return Response.json({ code, message }, { status, headers: noStore });
  }
}

const mostBytes = 10_000;
const noStore = { 'cache-control': 'no-store' } as const;

async function readAnswer(request: Request): Promise<LinkAnswer> {
  const raw = await readRawBody(request.body, request.headers.get('content-length'), mostBytes);
  const parsed = linkAnswer.safeParse(jsonOf(raw));
  if (parsed.success) return parsed.data;
  throw new KnownError('request.invalid', parsed.error.issues[0]?.message ?? 'The request is not valid.');
}

function jsonOf(raw: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(raw).toString('utf8'));
  } catch {
    return undefined; // which is no answer either
  }
}

/** The password is hashed only for a link that lives: hashing is dear on purpose. */
async function spend(token: string, { name, email, password }: LinkAnswer, now: Date): Promise<Joined> {
  const tokenHash = hashOfToken(token);
  const isAlive = tokenHash !== undefined && (await selectLink(tokenHash, now)) !== undefined;
  if (!isAlive) throw dead();
  const { password: passwords } = await getAuth().$context;
  const joined = await spendLink(tokenHash, { name, email, passwordHash: await passwords.hash(password) }, now);
  if (!joined) throw dead(); // used by another request meanwhile
  return joined;
}

function dead(): KnownError {
  return new KnownError('record.notFound', 'This link was used already or is too old. Ask for a new one.');
}

async function signIn({ email }: Joined, password: string, headers: Headers): Promise<Response> {
  const { origin, host } = { origin: headers.get('origin'), host: headers.get('host') };
  const signedIn = await getAuth().api.signInEmail({
    body: { email, password },
    headers: new Headers({
      ...(host && { host }),
      ...(origin && { origin }),
      'user-agent': headers.get('user-agent') ?? '',
    }),
    asResponse: true,
  });
  const answer = Response.json({ signedIn: signedIn.ok && !(await asksForCode(signedIn)) }, { headers: noStore });
  for (const cookie of signedIn.headers.getSetCookie()) answer.headers.append('set-cookie', cookie);
  return answer;
}

async function asksForCode(signedIn: Response): Promise<boolean> {
  const body: unknown = await signedIn.clone().json();
  return typeof body === 'object' && body !== null && 'twoFactorRedirect' in body;
}
