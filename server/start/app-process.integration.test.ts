import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { endOrphan } from './app-process';
import { processBeginning } from './process-identity';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'vaarta-app-'));
});

afterEach(() => rmSync(dataDir, { recursive: true }));

/** A process that leads its own group, as the app does, and what the launcher would have noted about it. */
function spawnOrphan(script: string) {
  const child = spawn(process.execPath, ['-e', script], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  const pid = child.pid ?? 0;
  return { child, record: { pid, began: processBeginning(pid) ?? '' } };
}

function note(record: object) {
  writeFileSync(path.join(dataDir, 'app.json'), JSON.stringify(record));
}

test('the app of a killed launcher is ended, and its record goes', async () => {
  const { child, record } = spawnOrphan('setInterval(() => {}, 1000)');
  note(record);
  const ended = once(child, 'exit');
  expect(await endOrphan(dataDir)).toBe(true);
  expect(await ended).toEqual([null, 'SIGTERM']);
  expect(existsSync(path.join(dataDir, 'app.json'))).toBe(false);
});

test('another program that has the number by now is left alone', async () => {
  const { child, record } = spawnOrphan('setInterval(() => {}, 1000)');
  note({ ...record, began: 'earlier' });
  expect(await endOrphan(dataDir)).toBe(false);
  expect(processBeginning(record.pid)).toBe(record.began);
  child.kill('SIGKILL');
});

test.each([
  ['nothing', undefined],
  ['half a record', '{"pid":'],
  ['a process that is gone', '{"pid":4194305,"began":"x"}'],
])('with %s there is no orphan', async (_, content) => {
  if (content) writeFileSync(path.join(dataDir, 'app.json'), content);
  expect(await endOrphan(dataDir)).toBe(false);
});
