import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { getEnv } from './env';

/**
 * What this installation signs with: VAARTA_SECRET, or 32 random bytes that are made once and kept in VAARTA_DATA_DIR, the
 * same for all processes that share that folder.
 */
export function installationSecret(): string {
  const { VAARTA_SECRET, VAARTA_DATA_DIR } = getEnv();
  known ??= VAARTA_SECRET ?? keptSecret(path.resolve(VAARTA_DATA_DIR));
  return known;
}

let known: string | undefined;

/** The secret that a folder keeps; makes it if there is none. Of two processes that do so at once, both get the same. */
export function keptSecret(folder: string): string {
  const file = path.join(folder, 'secret');
  const found = readSecret(file);
  if (found !== undefined) return found;
  mkdirSync(folder, { recursive: true });
  // Appears with its content or not at all, and never in place of another.
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isOf(error, 'EEXIST')) throw error; // another process was faster
  } finally {
    rmSync(draft, { force: true });
  }
  const made = readSecret(file);
  if (made === undefined) throw new Error('The secret of this installation can’t be kept.');
  return made;
}

function readSecret(file: string): string | undefined {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length < 32) throw new Error(`${file} holds no secret. Remove it to have a new one made.`);
    return secret;
  } catch (error) {
    if (isOf(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isOf(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
