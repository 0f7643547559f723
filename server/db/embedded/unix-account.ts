import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { KnownError } from '@/server/errors';

/** Who a child process runs as; empty when it runs as ourselves. Fits the options of `child_process`. */
export type UnixAccount = { readonly uid?: number; readonly gid?: number };

/**
 * The account for PostgreSQL, which refuses to run as root: the owner of the data when there is some, else `postgres`,
 * else `nobody`. For an ordinary user, and on Windows, nothing changes.
 */
export function postgresAccount(dataFolder: string): UnixAccount {
  if (process.getuid?.() !== 0) return {};
  if (existsSync(path.join(dataFolder, 'PG_VERSION'))) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid };
  }
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const row = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (!row) {
    throw new KnownError(
      'database.unavailable',
      'PostgreSQL does not run as root and this machine has neither a postgres nor a nobody user: start as an ordinary user, or set DATABASE_URL.',
    );
  }
  return { uid: Number(row[2]), gid: Number(row[3]) };
}

/** Whether the account may pass through every folder down to this one: a root's home or a `mktemp -d` is closed to it. */
export function isReachable(folder: string, account: UnixAccount): boolean {
  if (account.uid === undefined) return true;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(at) && !mayPass(at, account)) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Whether nobody else could have put something there: /var/tmp is open to all, and we run what we find. */
export function isOurs(folder: string): boolean {
  return !existsSync(folder) || statSync(folder).uid === process.getuid?.();
}

function mayPass(folder: string, account: UnixAccount): boolean {
  const { uid, gid, mode } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
