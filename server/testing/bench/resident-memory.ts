import { readFileSync } from 'node:fs';
import type { AppUnderLoad } from './app-under-load';

const PAGE_BYTES = 4096; // on every architecture that Linux and Node are run on here

/** MB that the processes of an app hold in memory; undefined where there is no /proc. */
export function residentMb(app: AppUnderLoad): number | undefined {
  if (process.platform !== 'linux') return;
  const pages = app.processes().app.map(residentPages);
  return (pages.reduce((sum, count) => sum + count, 0) * PAGE_BYTES) / 1_000_000;
}

function residentPages(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) || 0;
  } catch {
    return 0; // it has ended
  }
}
