import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { KnownError } from '@/server/errors';
import { isOurs, isReachable, postgresAccount, type UnixAccount } from './unix-account';

export type DataFolder = { readonly folder: string; readonly account: UnixAccount };

/**
 * Where PostgreSQL's files go: the wanted folder, or, when we are root in a place that is closed to the account that runs
 * PostgreSQL, a folder outside that is named after the wanted one. Creates the parent, not the folder itself.
 */
export function chooseDataFolder(wanted: string, lasting: Lasting): DataFolder {
  const places = [path.resolve(wanted), ...outsidePlaces(wanted, lasting)];
  const holdsData = places.filter((place) => existsSync(path.join(place, 'PG_VERSION')));
  for (const folder of [...holdsData, ...places]) {
    const account = postgresAccount(folder);
    if (prepareParent(path.dirname(folder)) && isReachable(path.dirname(folder), account)) return { folder, account };
  }
  throw new KnownError(
    'database.unavailable',
    `PostgreSQL can reach none of ${places.join(', ')}: start in a folder that other users may enter, start as an ordinary user, or set DATABASE_URL.`,
  );
}

/** Test data may be swept away with temporary files, a lender's data may not. */
export type Lasting = 'lasting' | 'temporary';

/** Where root keeps what its checkout cannot hold. The first lasts; the second is for machines that allow no more. */
export const outsideHomes = ['/var/lib/vaarta', '/var/tmp/vaarta'] as const;

function outsidePlaces(wanted: string, lasting: Lasting): readonly string[] {
  if (process.platform === 'win32') return [];
  const name = createHash('sha256').update(path.resolve(wanted)).digest('hex').slice(0, 16);
  const homes = lasting === 'lasting' ? outsideHomes : outsideHomes.slice(1);
  return homes.filter(isOurs).map((home) => path.join(home, name));
}

function prepareParent(folder: string): boolean {
  try {
    if (existsSync(folder)) return true;
    mkdirSync(folder, { recursive: true });
    if (process.getuid?.() === 0) chmodSync(folder, 0o755); // whatever root's umask says
    return true;
  } catch {
    return false; // a read-only place is not a place: the next one is tried
  }
}
