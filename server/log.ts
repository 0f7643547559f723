import pino from 'pino';
import { getEnv } from './env';

const personal = ['phone', 'bsuid', 'username', 'name', 'text', 'body', 'caption', 'payload', 'slots', 'pan', 'email'];
const secret = ['accessToken', 'appSecret', 'verifyToken', 'authorization', 'password', 'connectionString', 'url'];
const redacted = [...personal, ...secret].flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

/**
 * The process's log: one JSON object a line. Log ids, codes, counts and times; never what a person said or who they are.
 * The redaction below is the second lock on that door, not the first.
 */
export const log = createLog(pino.destination({ dest: 1, sync: false }));

/** A log that writes to the given stream: what `log` is, and what a test reads. */
export function createLog(destination: pino.DestinationStream): pino.Logger {
  return pino(
    {
      level: getEnv().LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: redacted, censor: '[redacted]' },
      serializers: { err: describeError, error: describeError },
    },
    destination,
  );
}

/** An error by kind, code and place. Its message may quote a customer or a row of the database, so it stays here. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined;
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    kind: error.constructor.name,
    code,
    constraint,
    at: stack.slice(0, 8).map((line) => line.trim()),
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  };
}
