import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import { ZodError } from 'zod';
import { type Actor, isAtLeast, type Role } from '../auth/actor';
import { isHeldBack } from '../auth/read-actor';
import { getEnv } from '../env';
import { KnownError, type PublicError, toPublicError } from '../errors';
import { storableJson } from '../inbox/storable-json';
import { log } from '../log';
import { holdsSealed } from '../sealing/sealed-value';
import type { ApiContext } from './context';
import { refuseForeign } from './refuse-foreign';

/** The least role that may call a procedure: every procedure says one, and a test reads it. */
type ProcedureMeta = Readonly<{ role?: Role }>;

const trpc = initTRPC
  .context<ApiContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    isServer: true,
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      message: publicErrorOf(error).message,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, problem: publicErrorOf(error).code },
    }),
  });

export const router = trpc.router;

/**
 * What every procedure does: it refuses requests that other sites make, and its failures become tRPC errors with the status
 * and the sentence that `toPublicError` gives; what nobody expected is logged.
 */
const procedure = trpc.procedure.use(async ({ ctx, type, path, getRawInput, next }) => {
  const { headers } = ctx;
  const refusal = refuseForeign(
    {
      host: headers.get('host'),
      origin: headers.get('origin'),
      fetchSite: headers.get('sec-fetch-site'),
      contentType: headers.get('content-type'),
    },
    type === 'mutation' ? 'change' : 'read',
    getEnv().PUBLIC_URL,
  );
  if (refusal) throw new TRPCError({ code: 'FORBIDDEN', message: refusal });
  // Columns are opened wherever they are read: who has a sealed value must not get it back open by writing it somewhere.
  if (holdsSealed(storableJson((await getRawInput()) ?? null))) {
    throw new TRPCError({ code: 'BAD_REQUEST', message: 'A text holds a sealed value, which is nobody’s to write.' });
  }
  const result = await next();
  if (result.ok) return result;
  const problem = publicErrorOf(result.error);
  if (problem.code === 'server.failed') log.error({ err: result.error.cause ?? result.error, path }, 'api.failed');
  throw new TRPCError({ code: codeOf(problem), message: problem.message, cause: result.error.cause });
});

/** For everybody who is signed in. */
export const viewerProcedure = procedureFor('viewer');
/** For those who work with customers. */
export const officerProcedure = procedureFor('officer');
/** For those whose product this is. */
export const ownerProcedure = procedureFor('owner');

function procedureFor(role: Role) {
  return procedure.meta({ role }).use(async ({ ctx, next }) => {
    const { actor } = ctx;
    if (!actor) {
      if (await isHeldBack(ctx.headers)) throw new TRPCError({ code: 'FORBIDDEN', cause: heldBack });
      throw new TRPCError({ code: 'UNAUTHORIZED', cause: new KnownError('signIn.required', 'Sign in first.') });
    }
    if (!isAtLeast(actor.role, role))
      throw new TRPCError({ code: 'FORBIDDEN', cause: new KnownError('right.missing', refusals[role]) });
    return next({ ctx: { ...ctx, actor: actor satisfies Actor } });
  });
}

const heldBack = new KnownError('secondFactor.required', 'Set up your second factor first: owners need one here.');

const refusals = {
  viewer: 'Sign in first.',
  officer: 'Only officers and owners can do this.',
  owner: 'Only an owner can do this.',
} as const;

function publicErrorOf(error: TRPCError): PublicError {
  const { cause } = error;
  if (cause instanceof ZodError) {
    const field = cause.issues[0];
    const sentence = field ? `${field.path.join('.') || 'The request'}: ${field.message}` : 'The request is not valid.';
    return toPublicError(new KnownError('request.invalid', sentence));
  }
  if (cause) return toPublicError(cause);
  return error.code === 'INTERNAL_SERVER_ERROR'
    ? toPublicError(error)
    : toPublicError(new KnownError('request.invalid', error.message));
}

function codeOf(problem: PublicError): TRPCError['code'] {
  switch (problem.status) {
    case 400:
      return 'BAD_REQUEST';
    case 401:
      return 'UNAUTHORIZED';
    case 403:
      return 'FORBIDDEN';
    case 404:
      return 'NOT_FOUND';
    case 409:
      return 'CONFLICT';
    case 413:
      return 'PAYLOAD_TOO_LARGE';
    case 503:
      return 'SERVICE_UNAVAILABLE';
    default:
      return 'INTERNAL_SERVER_ERROR';
  }
}
