import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import type { AuditAct, AuditEntry } from '../audit/audit-entry';
import { recordAudit } from '../audit/store';
import { findUser, findUserByEmail } from './store';
import { endTries } from './tries';

/**
 * Writes down who signed in, who failed to and who left, and what they did to what they sign in with. What was typed is never
 * written down, nor an address that is nobody's here.
 */
export const signInRecord = {
  id: 'sign-in-record',
  hooks: {
    // Afterwards nobody knows any more whose session it was.
    before: [{ matcher: ({ path }) => path === '/sign-out', handler: createAuthMiddleware((ctx) => recordEnd(ctx)) }],
    after: [{ matcher: () => true, handler: createAuthMiddleware((ctx) => recordOutcome(ctx)) }],
  },
} satisfies BetterAuthPlugin;

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

async function recordEnd(ctx: Context): Promise<void> {
  const session = await getSessionFromCtx(ctx);
  await record('signIn.ended', session?.user);
}

function recordOutcome(ctx: Context): Promise<void> {
  return isAPIError(ctx.context.returned) ? recordFailure(ctx, ctx.context.returned.body?.code) : recordSuccess(ctx);
}

async function recordSuccess({ path, body, context }: Context): Promise<void> {
  const user = context.newSession?.user ?? context.session?.user;
  switch (path) {
    case '/sign-in/email':
      await endTries(String(body?.email ?? ''));
      return context.newSession ? record('signIn.succeeded', user) : undefined; // else a second factor is asked for
    case '/two-factor/verify-totp':
      return record(context.session ? 'secondFactor.on' : 'signIn.succeeded', user);
    case '/two-factor/verify-backup-code':
      return record('signIn.succeeded', user, { by: 'backupCode' });
    case '/change-password':
      return record('password.changed', user);
    case '/two-factor/disable':
      return record('secondFactor.off', user);
    case '/two-factor/generate-backup-codes':
      return record('secondFactor.codesMade', user);
  }
}

/** `code` is the library's. What is only too short, or not there, is nobody's try. */
async function recordFailure(ctx: Context, code: string | undefined): Promise<void> {
  const isWrongPassword = code === 'INVALID_PASSWORD';
  switch (ctx.path) {
    case '/sign-in/email':
      return recordSignInFailure(await findUserByEmail(emailOf(ctx)), 'password');
    case '/two-factor/verify-totp':
    case '/two-factor/verify-backup-code': {
      const session = await getSessionFromCtx(ctx);
      if (session) return record('secondFactor.failed', session.user, { step: 'code' });
      return recordSignInFailure(await findWaiting(ctx), 'code');
    }
    case '/change-password':
      return isWrongPassword ? recordMine(ctx, 'password.failed') : undefined;
    case '/two-factor/enable':
    case '/two-factor/disable':
    case '/two-factor/generate-backup-codes':
      return isWrongPassword ? recordMine(ctx, 'secondFactor.failed') : undefined;
  }
}

async function recordMine(ctx: Context, act: AuditAct): Promise<void> {
  const session = await getSessionFromCtx(ctx);
  await record(act, session?.user, { step: 'password' });
}

type Somebody = Readonly<{ id: string; name: string }>;

async function record(act: AuditAct, user: Somebody | undefined, detail: AuditEntry['detail'] = {}): Promise<void> {
  if (!user) return;
  const { id, name } = user;
  await recordAudit({ actor: { id, name }, act, subject: { type: 'user', id }, detail });
}

/** Nobody has shown that they are who they say: the log has the person as whom it was tried. */
async function recordSignInFailure(user: Somebody | null, step: 'password' | 'code'): Promise<void> {
  const subject = user && ({ type: 'user', id: user.id } as const);
  await recordAudit({ actor: null, act: 'signIn.failed', subject, detail: { step } });
}

function emailOf({ body }: Context): string {
  return String(body?.email ?? '')
    .trim()
    .toLowerCase();
}

/** Who has given the right password and is asked for a code; null when that took too long. */
async function findWaiting(ctx: Context): Promise<Somebody | null> {
  const { context } = ctx;
  const waiting = await ctx.getSignedCookie(context.createAuthCookie('two_factor').name, context.secret);
  const found = waiting ? await context.internalAdapter.findVerificationValue(waiting) : null;
  return found ? findUser(found.value) : null;
}
