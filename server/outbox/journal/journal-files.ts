import { readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { isRunning } from '../../start/process-identity';

/** The first line of a journal: whose it is, and on which boot of which machine. */
export const journalHeader = z.object({
  workerId: z.uuid(),
  pid: z.int(),
  began: z.string(),
  host: z.string(),
  boot: z.string(),
});

/** What a dead worker has left behind: the keys of all attempts whose bytes may have left it. */
export type DeadJournal = { readonly workerId: string; readonly left: readonly string[] };

/**
 * The journals of workers that ran on this machine, since it was last booted, and surely run no more. Those of other
 * machines, and from before a crash of this one (which may have lost lines), tell nothing and are left alone.
 */
export function readDeadJournals(folder: string): DeadJournal[] {
  return journalsIn(folder).flatMap((workerId) => {
    const { current, earlier } = journalFiles(folder, workerId);
    const [first = '', ...lines] = linesOf(current);
    const header = parseHeader(first);
    if (!header || header.workerId !== workerId || isRunning(header)) return [];
    const { host, boot } = machineIdentity();
    if (header.host !== host || header.boot !== boot || boot === '') return [];
    return [{ workerId, left: [...linesOf(earlier).slice(1), ...lines] }];
  });
}

/** Removes what has been drawn from. */
export function removeJournal(folder: string, workerId: string): void {
  const { current, earlier } = journalFiles(folder, workerId);
  rmSync(current, { force: true });
  rmSync(earlier, { force: true });
}

export function journalFiles(folder: string, workerId: string): { readonly current: string; readonly earlier: string } {
  const current = path.join(folder, `${workerId}${extension}`);
  return { current, earlier: `${current}.earlier` };
}

export function machineIdentity(): { readonly host: string; readonly boot: string } {
  return { host: os.hostname(), boot: bootIdentity() };
}

const extension = '.sent';

function journalsIn(folder: string): string[] {
  try {
    return readdirSync(folder).flatMap((name) => (name.endsWith(extension) ? [name.slice(0, -extension.length)] : []));
  } catch {
    return []; // no worker has run here yet
  }
}

function linesOf(file: string): string[] {
  try {
    const text = readFileSync(file, 'utf8');
    // A line that was cut off counts too: its message may have left.
    return text.split('\n').filter((line) => line !== '');
  } catch {
    return [];
  }
}

function parseHeader(line: string): z.infer<typeof journalHeader> | undefined {
  try {
    return journalHeader.safeParse(JSON.parse(line)).data;
  } catch {
    return; // killed while writing the header: nothing had left, but nobody can tell whose it was
  }
}

/** Empty where the system does not tell: then nothing is concluded. */
function bootIdentity(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}
