import { randomBytes, randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { KnownError } from '@/server/errors';
import { reasonOf } from '@/server/reason-of';
import type { PostgresBinaries } from './binaries';
import type { DataFolder, Lasting } from './data-folder';
import { runProgram } from './run-program';
import type { UnixAccount } from './unix-account';

/** Whether PostgreSQL's files are there. They appear all at once: see `createData`. */
export function hasData(folder: string): boolean {
  return existsSync(path.join(folder, 'PG_VERSION'));
}

/**
 * Makes PostgreSQL's files and a random password for them, beside their place, and moves them there when complete: a kill
 * in between leaves nothing half made, and of two processes that do this at once one wins.
 */
export async function createData(data: DataFolder, binaries: PostgresBinaries, lasting: Lasting): Promise<void> {
  const draft = `${data.folder}.${randomUUID()}`;
  const draftPassword = `${draft}.password`;
  try {
    writeFileSync(draftPassword, randomBytes(24).toString('base64url'), { mode: 0o600 });
    give(draftPassword, data.account);
    mkdirSync(draft, { mode: 0o700 });
    give(draft, data.account);
    const speed = lasting === 'temporary' ? ['--no-sync'] : [];
    const options = ['-D', draft, `--pwfile=${draftPassword}`, ...initdbOptions, ...speed];
    const result = await runProgram(binaries.initdb, options, data.account);
    if (!result.ok)
      throw new KnownError('database.unavailable', `PostgreSQL could not create its files: ${result.said}.`);
    renameSync(draftPassword, path.join(draft, passwordFile));
    moveInto(data.folder, draft);
  } finally {
    rmSync(draftPassword, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The password of the user `vaarta`, which only this folder knows. */
export function readPassword(folder: string): string {
  try {
    return readFileSync(path.join(folder, passwordFile), 'utf8').trim();
  } catch (cause) {
    throw new KnownError(
      'database.unavailable',
      `The database in ${folder} cannot be opened (${reasonOf(cause)}): start as the user who started it first.`,
      { cause },
    );
  }
}

const passwordFile = 'vaarta-password';

const initdbOptions = [
  '--username=vaarta',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--no-instructions',
] as const;

function give(file: string, { uid, gid }: UnixAccount): void {
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
}

function moveInto(folder: string, draft: string): void {
  try {
    renameSync(draft, folder);
  } catch (cause) {
    if (!hasData(folder)) throw cause; // otherwise another process was faster
  }
}
