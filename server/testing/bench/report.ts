import os from 'node:os';
import type { Verdict } from './judge';

export type Row = readonly [name: string, value: string | number, remark?: string];

/** Prints a table for people. */
export function printTable(rows: readonly Row[]): void {
  const widest = Math.max(...rows.map(([name]) => name.length));
  const values = rows.map(([, value]) => (typeof value === 'number' ? value.toLocaleString('en-IN') : value));
  const right = Math.max(...values.map((value) => value.length));
  for (const [index, [name, , remark]] of rows.entries()) {
    const line = `${name.padEnd(widest)}  ${values[index]?.padStart(right)}`;
    console.log(remark ? `${line}  ${remark}` : line);
  }
}

/** Prints a few of what went wrong, as evidence. */
export function printFindings({ lost, doubled, outOfOrder }: Verdict): void {
  for (const [name, findings] of Object.entries({ lost, doubled, outOfOrder })) {
    for (const finding of findings.slice(0, 10)) console.log(`${name}: ${finding}`);
    if (findings.length > 10) console.log(`${name}: and ${findings.length - 10} more`);
  }
}

/** The value that `share` of all values do not exceed (nearest rank), to a tenth; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return round(value, 1);
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Whether the three promises were kept. */
export function isClean({ lost, doubled, outOfOrder }: Verdict): boolean {
  return lost.length + doubled.length + outOfOrder.length === 0;
}

export function complaintsOf(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts).map(([complaint, count]) => `${count}× ${complaint}`);
  return parts.length > 0 ? parts.join(', ') : 'no warning and no error';
}

/** The machine, and how busy it was with other things when the bench began. */
export function machine() {
  const [minute = 0] = os.loadavg();
  return { cores: os.cpus().length, node: process.version, loadAverageBefore: round(minute, 2) };
}
