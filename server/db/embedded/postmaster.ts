import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { processBeginning } from '@/server/start/process-identity';

/**
 * What the data folder and the port in it say about its server. `dead`: it was killed, and nobody has collected its process
 * yet, so that PostgreSQL would take it for alive. `deaf`: it should be ready, but does not know us.
 */
export type Postmaster =
  | { readonly is: 'absent' | 'dead' | 'starting' | 'deaf' }
  | { readonly is: 'ready'; readonly url: string };

/** Looks for the server that runs on a data folder. `url` leads to the database `postgres`, which always exists. */
export async function findPostmaster(folder: string, password: string): Promise<Postmaster> {
  const record = readRecord(folder);
  if (!record) return { is: 'absent' };
  if (processBeginning(record.pid) === undefined) return { is: 'dead' };
  if (!record.isReady) return { is: 'starting' };
  const url = `postgresql://vaarta:${password}@127.0.0.1:${record.port}/postgres`;
  return (await answers(url)) ? { is: 'ready', url } : { is: 'deaf' };
}

/**
 * Removes the record of a server that is no more: PostgreSQL would wait for ever for a number that it takes for alive. That
 * two servers never share a data folder does not hang on it: the memory of the first is found by the folder's inode.
 */
export function forgetPostmaster(folder: string): void {
  rmSync(path.join(folder, pidFile), { force: true });
}

const pidFile = 'postmaster.pid';

function readRecord(folder: string): { pid: number; port: number; isReady: boolean } | undefined {
  try {
    // PostgreSQL, miscadmin.h LOCK_FILE_LINE_*: 1 process id, 4 port, 8 status
    const lines = readFileSync(path.join(folder, pidFile), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
  } catch {
    return; // no file, no server
  }
}

/** A port that answers may belong to anybody: only a server that knows our password is ours. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined); // it may never have been open
  }
}
