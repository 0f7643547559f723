import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { haveSameContent, readStamp, stampSources, writeStamp } from './source-stamp';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'vaarta-stamp-'));
  write('app/page.tsx', 'one');
  write('server/db/pool.ts', 'two');
  write('next.config.mjs', 'three');
});

afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, content: string) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), content);
}

function isUnchangedAfter(change: () => void): boolean {
  const before = stampSources(root, {});
  change();
  return haveSameContent(stampSources(root, before), before);
}

test('untouched sources are the same', () => {
  expect(isUnchangedAfter(() => undefined)).toBe(true);
});

test('sources that were written again with the same content, as by a checkout, are the same', () => {
  expect(isUnchangedAfter(() => utimesSync(path.join(root, 'app/page.tsx'), 1, 1))).toBe(true);
});

test.each([
  ['an edited source', () => write('app/page.tsx', 'one more')],
  ['a new source', () => write('flows/flow.json', '{}')],
  ['a removed source', () => rmSync(path.join(root, 'server/db/pool.ts'))],
  ['an edited setting', () => write('next.config.mjs', 'four')],
  ['a new set of packages', () => write('package-lock.json', '{}')],
])('%s makes a difference', (_, change) => {
  expect(isUnchangedAfter(change)).toBe(false);
});

test.each([
  ['a test', 'app/page.test.tsx'],
  ['test data', 'server/channels/testdata/text.json'],
  ['a migration', 'prisma/migrations/1/migration.sql'],
  ['documentation', 'README.md'],
])('%s makes no difference: it is not built', (_, file) => {
  expect(isUnchangedAfter(() => write(file, 'new'))).toBe(true);
});

test('a stamp can be written and read, and a broken one is empty', () => {
  const file = path.join(root, 'stamp.json');
  const stamp = stampSources(root, {});
  writeStamp(file, stamp);
  expect(readStamp(file)).toEqual(stamp);
  writeFileSync(file, '{"app/page.tsx": 1}');
  expect(readStamp(file)).toEqual({});
});
