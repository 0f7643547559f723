import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from './file-lock';
import { ownIdentity } from './process-identity';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vaarta-lock-'));
  file = path.join(folder, 'start.lock');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a lock is given once, and the second asker learns who holds it', () => {
  expect(takeLock(file)).toMatchObject({ ok: true });
  expect(takeLock(file)).toEqual({ ok: false, holder: process.pid });
});

test('a released lock can be taken again and leaves nothing behind', () => {
  const lock = takeLock(file);
  if (lock.ok) lock.release();
  expect(readdirSync(folder)).toEqual([]);
  expect(takeLock(file).ok).toBe(true);
});

test.each([
  ['whose process is gone', JSON.stringify({ pid: 4_194_305, began: 'x' })],
  ['whose number belongs to another process by now', JSON.stringify({ ...ownIdentity(), began: 'earlier' })],
  ['that a power failure has cut off', '{"pid":12'],
  ['that a power failure has emptied', ''],
])('a lock %s is taken over', (_, content) => {
  writeFileSync(file, content);
  expect(takeLock(file).ok).toBe(true);
  expect(readdirSync(folder)).toEqual(['start.lock']);
});

test('releasing does not take the lock from a later holder', () => {
  const lock = takeLock(file);
  writeFileSync(file, JSON.stringify({ pid: process.ppid, began: 'later' }));
  if (lock.ok) lock.release();
  expect(existsSync(file)).toBe(true);
});
