import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import { getEnv, trustedProxies } from '../env';
import { log } from '../log';
import { installationSecret } from '../secret';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password';
import { signInRecord } from './sign-in-record';
import { authDatabase, isDisabled } from './store';

/** The sign-in library, set up once for the process: passwords, second factors and sessions are its business. */
export function getAuth(): Auth {
  known ??= createAuth();
  return known;
}

export type Auth = ReturnType<typeof createAuth>;
let known: Auth | undefined;

const daySeconds = 86_400;

/** Where a password or a code could be guessed. */
const guessable = { window: 60, max: 20 };
const sparing = { '/sign-in/email': guessable, '/two-factor/*': guessable, '/change-password': guessable };

function createAuth() {
  const { PORT, PUBLIC_URL } = getEnv();
  const baseURL = PUBLIC_URL ?? `http://localhost:${PORT}`;
  return betterAuth({
    appName: 'Vaarta',
    baseURL,
    secret: installationSecret(),
    trustedOrigins: (request) => localOrigins(request, baseURL),
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log.error({ reason: message }, 'auth.failed') },
    database: authDatabase(),
    user: { modelName: 'user' },
    // A session ends a week after its sign-in, used or not; its cookie never has to be made anew.
    session: { modelName: 'userSession', expiresIn: 7 * daySeconds, disableSessionRefresh: true },
    account: { modelName: 'userAccount' },
    verification: { modelName: 'userVerification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true, // people come by an invitation
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'userRateLimit',
      window: 60,
      max: 200, // an office may share one address
      customRules: sparing,
    },
    advanced: {
      ipAddress: { trustedProxies: [...trustedProxies(getEnv())] },
      ...cookies(baseURL.startsWith('https:')),
    },
    databaseHooks: { session: { create: { before: ({ userId }) => refuseDisabled(userId) } } },
    hooks: { before: endOtherSessions },
    // Last: it writes down what the others have left of a sign-in.
    plugins: [twoFactor({ issuer: 'Vaarta', schema: { twoFactor: { modelName: 'userTwoFactor' } } }), signInRecord],
  });
}

/**
 * Over https a cookie that no other host of the domain can set or overwrite: `__Host-` wants Secure, the path / and no domain.
 * The library's own prefix would be `__Secure-`, which promises less.
 */
function cookies(isSecure: boolean) {
  return {
    cookiePrefix: isSecure ? '__Host-vaarta' : 'vaarta',
    useSecureCookies: false, // no prefix of the library's
    defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' } as const,
  };
}

/** One machine has several names for itself: a page that it served may come back by each. */
function localOrigins(request: Request | undefined, baseURL: string): string[] {
  const host = request?.headers.get('host') ?? '';
  const isLocal = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host) && !baseURL.startsWith('https:');
  return isLocal ? [`http://${host}`] : [];
}

/** Who changes their password may fear that somebody knew it. */
const endOtherSessions = createAuthMiddleware(async ({ path, body }) => {
  if (path === '/change-password') return { context: { body: { ...body, revokeOtherSessions: true } } };
});

/** Somebody who was disabled is answered like somebody with a wrong password. */
async function refuseDisabled(userId: string): Promise<void> {
  if (!(await isDisabled(userId))) return;
  throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid email or password' });
}
