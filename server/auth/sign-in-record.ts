import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import type { AuditAct } from '../audit/audit-entry';
import { recordAudit } from '../audit/store';
import { findUserByEmail } from './store';
import { endTries } from './tries';

/** Writes down who signed in, who failed to and who left. An address that is nobody's here is never written down. */
export const signInRecord = {
  id: 'sign-in-record',
  hooks: {
    // Afterwards nobody knows any more whose session it was.
    before: [{ matcher: ({ path }) => path === '/sign-out', handler: createAuthMiddleware((ctx) => recordEnd(ctx)) }],
    after: [{ matcher: () => true, handler: createAuthMiddleware((ctx) => recordSignIn(ctx)) }],
  },
} satisfies BetterAuthPlugin;

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

async function recordEnd(ctx: Context): Promise<void> {
  const session = await getSessionFromCtx(ctx);
  await record('signIn.ended', session?.user);
}

async function recordSignIn({ path, body, context }: Context): Promise<void> {
  const isFailure = isAPIError(context.returned);
  const user = context.newSession?.user ?? context.session?.user;
  switch (path) {
    case '/sign-in/email':
      if (isFailure) return recordFailure(String(body?.email ?? ''));
      await endTries(String(body?.email ?? ''));
      return context.newSession ? record('signIn.succeeded', user) : undefined; // else a second factor is asked for
    case '/two-factor/verify-totp':
    case '/two-factor/verify-backup-code':
      if (isFailure || !user) return recordAudit({ ...nobody, act: 'signIn.failed', detail: { step: 'code' } });
      return record(context.session ? 'secondFactor.on' : 'signIn.succeeded', user);
    case '/change-password':
      return isFailure ? undefined : record('password.changed', user);
    case '/two-factor/disable':
      return isFailure ? undefined : record('secondFactor.off', user);
  }
}

const nobody = { actor: null, subject: null } as const;

type Somebody = Readonly<{ id: string; name: string }>;

async function record(act: AuditAct, user: Somebody | undefined): Promise<void> {
  if (!user) return;
  const { id, name } = user;
  await recordAudit({ actor: { id, name }, act, subject: { type: 'user', id }, detail: {} });
}

async function recordFailure(email: string): Promise<void> {
  const user = await findUserByEmail(email.trim().toLowerCase());
  const subject = user && ({ type: 'user', id: user.id } as const);
  await recordAudit({ actor: null, act: 'signIn.failed', subject, detail: { step: 'password' } });
}
