import { type Env, readEnv } from '../env';
import { KnownError } from '../errors';
import { readEnvFile } from './read-env-file';

/** The settings of this start: the shell's variables over those of `.env`, which are put into `process.env` as well. */
export function readSettings(): Env {
  for (const [name, value] of Object.entries(readEnvFile('.env'))) process.env[name] ||= value;
  const reading = readEnv(process.env);
  if (!reading.ok) throw new KnownError('settings.invalid', reading.problems.join('\n'));
  return reading.env;
}
