import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A process that can be told from a later one with the same number. */
export type ProcessIdentity = { readonly pid: number; readonly began: string };

/** When a process began, as an opaque text, or undefined when it no longer runs. */
export function processBeginning(pid: number): string | undefined {
  return lookUp(pid)?.began;
}

/** Whether this very process still runs: after a crash or a reboot its number may belong to another one. */
export function isRunning({ pid, began }: ProcessIdentity): boolean {
  return processBeginning(pid) === began;
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, began: processBeginning(process.pid) ?? 'unknown' };
}

/** The processes above a process, nearest first, as far as they can be seen; `command` is a short name such as `sh`. */
export function ancestorsOf(pid: number): readonly (ProcessIdentity & { readonly command: string })[] {
  const parent = lookUp(pid)?.parent;
  const found = parent === undefined ? undefined : lookUp(parent);
  if (parent === undefined || !found) return [];
  return [{ pid: parent, began: found.began, command: found.command }, ...ancestorsOf(parent)];
}

type Found = { readonly began: string; readonly parent: number; readonly command: string };

function lookUp(pid: number): Found | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return;
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): Found | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces. After it, by proc_pid_stat(5): field 3 state, 4 parent, 22 start time.
    const nameEnd = stat.lastIndexOf(')');
    const fields = stat.slice(nameEnd + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return; // dead, and not yet collected
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const command = stat.slice(stat.indexOf('(') + 1, nameEnd);
    return { began: `${boot} ${fields[19]}`, parent: Number(fields[1]), command };
  } catch {
    return; // no such process
  }
}

function fromPs(pid: number): Found | undefined {
  if (!isAlive(pid)) return;
  try {
    const line = execFileSync('ps', ['-o', 'ppid=,lstart=,comm=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    // 4711 Mon Nov 23 10:11:12 2026 /bin/sh
    const [, parent, began, command] = /^(\d+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/.exec(line) ?? [];
    if (parent && began && command) return { parent: Number(parent), began, command: path.basename(command) };
  } catch {
    // it runs, and no `ps` tells more
  }
  return { began: 'unknown', parent: 0, command: 'unknown' };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
