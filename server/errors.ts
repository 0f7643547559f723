/** Every problem that may leave the process by name. A code is stable for ever: screens, logs and alerts know it. */
export const errorCodes = [
  'request.invalid',
  'request.tooLarge',
  'signature.invalid',
  'signIn.required',
  'secondFactor.required',
  'right.missing',
  'record.notFound',
  'record.conflict',
  'database.unavailable',
  'storage.unavailable',
  'channel.notConfigured',
  'model.notConfigured',
  'settings.invalid',
  'port.unavailable',
  'data.inUse',
  'migration.failed',
  'secret.unknown',
  'build.failed',
  'server.failed',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** A failure that we expect and name. `sentence` is written for the person who reads it; it never holds personal data. */
export class KnownError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'KnownError';
    this.code = code;
  }
}

export type PublicError = {
  readonly code: ErrorCode;
  readonly status: number;
  readonly message: string;
  /** Whether the same request may succeed later without being changed. */
  readonly retryable: boolean;
};

/** Decides what the outside learns about a failure: known ones by their sentence, all others by one plain line. */
export function toPublicError(error: unknown): PublicError {
  if (error instanceof KnownError) return publicErrorOf(error.code, error.message);
  if (isDatabaseAway(error)) {
    return publicErrorOf(
      'database.unavailable',
      'The database does not answer. Nothing was lost; try again in a moment.',
    );
  }
  return publicErrorOf(
    'server.failed',
    'Something went wrong on our side. What you entered was not changed; try again.',
  );
}

/** Whether a failure means that PostgreSQL cannot be reached or is shutting down, directly or as a cause. */
export function isDatabaseAway(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = 'code' in at ? at.code : undefined;
    if (typeof code === 'string' && awayCodes.has(code)) return true;
    if (awayMessages.test(at.message)) return true;
    if (at instanceof AggregateError && at.errors.some(isDatabaseAway)) return true;
  }
  return false;
}

const statuses: Record<ErrorCode, number> = {
  'request.invalid': 400,
  'request.tooLarge': 413,
  'signature.invalid': 401,
  'signIn.required': 401,
  'secondFactor.required': 403,
  'right.missing': 403,
  'record.notFound': 404,
  'record.conflict': 409,
  'database.unavailable': 503,
  'storage.unavailable': 503,
  'channel.notConfigured': 503,
  'model.notConfigured': 503,
  // The next five end a start, before there is anybody to answer.
  'settings.invalid': 500,
  'port.unavailable': 500,
  'data.inUse': 500,
  'migration.failed': 500,
  'secret.unknown': 500,
  'build.failed': 500,
  'server.failed': 500,
};

const retryableCodes: ReadonlySet<ErrorCode> = new Set([
  'database.unavailable',
  'storage.unavailable',
  'server.failed',
]);

const awayCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  '57P01', // admin_shutdown, PostgreSQL error codes
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '53300', // too_many_connections
  '08006', // connection_failure
  'P1001', // Prisma: can't reach the database
  'P1002', // Prisma: the database timed out
  'P1017', // Prisma: the server closed the connection
  'P2024', // Prisma: no connection came free in time
]);

// node-postgres gives these no code.
const awayMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

function publicErrorOf(code: ErrorCode, message: string): PublicError {
  return { code, status: statuses[code], message, retryable: retryableCodes.has(code) };
}
