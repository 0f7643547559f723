import { execFile } from 'node:child_process';
import type { UnixAccount } from './unix-account';

export type ProgramResult = {
  readonly ok: boolean /** The last line of what it wrote to its error output. */;
  readonly said: string;
};

/** Runs a program of PostgreSQL to its end, at most a minute, in plain English and away from our own folder. */
export function runProgram(file: string, args: readonly string[], account: UnixAccount): Promise<ProgramResult> {
  // Some libc read HOME and the working folder, which may be closed to the account.
  const env = { ...process.env, LC_ALL: 'C', HOME: '/' };
  const cwd = process.platform === 'win32' ? undefined : '/';
  return new Promise((resolve) => {
    execFile(file, args, { ...account, env, cwd, timeout: 60_000 }, (error, _stdout, stderr) => {
      const lines = stderr.trim().split('\n');
      resolve({ ok: error === null, said: lines.at(-1) || error?.message || '' });
    });
  });
}
