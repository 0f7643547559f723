import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { ancestorsOf, isRunning, ownIdentity, processBeginning } from './process-identity';

test('a process is the same as long as it runs, and nobody once it has ended', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
  const identity = { pid: child.pid ?? 0, began: processBeginning(child.pid ?? 0) ?? '' };
  expect(isRunning(identity)).toBe(true);
  const ended = once(child, 'exit');
  child.stdin.end();
  await ended;
  expect(isRunning(identity)).toBe(false);
});

test('a number that belongs to a later process is not the earlier process', () => {
  expect(isRunning({ ...ownIdentity(), began: 'earlier' })).toBe(false);
});

test.each([0, -1, 1.5, Number.NaN, 4_194_305])('%s is no process', (pid) => {
  expect(processBeginning(pid)).toBeUndefined();
});

test('the processes above a process begin with its parent', () => {
  expect(ancestorsOf(process.pid)[0]?.pid).toBe(process.ppid);
});
