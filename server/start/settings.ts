import { type Env, readEnv } from '../env';
import { KnownError } from '../errors';
import { readEnvFile } from './read-env-file';

/**
 * The settings of this start: the shell's variables over those of `.env`, which are put into `process.env` as well. `mode` is
 * what the app will be started in: some are refused in production.
 */
export function readSettings(mode = process.env.NODE_ENV): Env {
  for (const [name, value] of Object.entries(readEnvFile('.env'))) process.env[name] ||= value;
  const reading = readEnv({ ...process.env, NODE_ENV: mode });
  if (!reading.ok) throw new KnownError('settings.invalid', reading.problems.join('\n'));
  return reading.env;
}
