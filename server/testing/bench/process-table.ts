import { readdirSync, readFileSync } from 'node:fs';

export type ProcessRow = {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** Processor time that it and its ended children have used. */
  readonly cpuSeconds: number;
};

/** The processes of this machine; empty where there is no /proc. */
export function listProcesses(): readonly ProcessRow[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readRow(Number(name)) : []));
}

/** Seconds that all processors together were busy since the machine began; undefined where there is no /proc. */
export function machineBusySeconds(): number | undefined {
  if (process.platform !== 'linux') return;
  const [first = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  // proc_stat(5): user, nice, system, idle, iowait, irq, softirq, steal
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = first.trim().split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softIrq) / ticksPerSecond;
}

const ticksPerSecond = 100; // USER_HZ, what the kernel counts for user space on every architecture that Node runs on

function readRow(pid: number): ProcessRow[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces. proc_pid_stat(5): from field 3 on state, ppid, pgrp, …, 14 to 17 the times
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).map(Number);
    const cpuSeconds = ticks.reduce((sum, each) => sum + each, 0) / ticksPerSecond;
    return [{ pid, parent: Number(fields[1]), group: Number(fields[2]), cpuSeconds }];
  } catch {
    return []; // it ended in this moment
  }
}
