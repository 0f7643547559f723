import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type FakeS3, startFakeS3 } from '../testing/fake-s3/start-fake-s3';
import { createDiskStorage } from './disk-storage';
import type { MediaStorage } from './media-storage';
import { createS3Storage } from './s3-storage';

const bytes = new TextEncoder().encode('0123456789');
const folder = mkdtempSync(path.join(tmpdir(), 'vaarta-media-'));
let s3: FakeS3;

beforeAll(async () => {
  s3 = await startFakeS3('files', 'KEY');
});
afterEach(() => expect(s3.unsigned).toEqual([]));
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true });
});

function bucket(endpoint = s3.endpoint): MediaStorage {
  return createS3Storage({ endpoint, bucket: 'files', region: 'auto', accessKeyId: 'KEY', secretAccessKey: 'secret' });
}

describe.each([
  ['disk', () => createDiskStorage(folder)],
  ['bucket', () => bucket()],
])('the storage on a %s', (_, create) => {
  test('keeps bytes whole, gives them back whole or in part, and forgets them', async () => {
    const storage = create();
    await storage.put('files/0a/one', bytes, 'text/plain');
    expect(Buffer.from((await storage.get('files/0a/one')) ?? [])).toEqual(Buffer.from(bytes));
    const part = await storage.get('files/0a/one', { start: 2, end: 4 });
    expect(Buffer.from(part ?? []).toString()).toBe('234');
    const end = await storage.get('files/0a/one', { start: 8, end: 99 });
    expect(Buffer.from(end ?? []).toString()).toBe('89');
    await storage.remove('files/0a/one');
    await storage.remove('files/0a/one');
    expect(await storage.get('files/0a/one')).toBeUndefined();
  });

  test('replaces what was there, also when several write at once', async () => {
    const storage = create();
    const writers = [1, 2, 3, 4].map((digit) => storage.put('same', Buffer.alloc(100_000, digit), 'text/plain'));
    await Promise.all(writers);
    const kept = Buffer.from((await storage.get('same')) ?? []);
    expect(kept).toEqual(Buffer.alloc(100_000, kept[0]));
  });

  test.each([
    '../secret',
    'a/../../b',
    '/etc/passwd',
    'a//b',
    '.hidden',
    'a/',
    '',
    'A',
    'a\\b',
    'a\0',
    'x'.repeat(201),
  ])('takes no key that leads elsewhere: %j', async (key) => {
    const storage = create();
    await expect(storage.put(key, bytes, 'text/plain')).rejects.toThrow(RangeError);
    await expect(storage.get(key)).rejects.toThrow(RangeError);
    await expect(storage.remove(key)).rejects.toThrow(RangeError);
  });
});

test('the disk keeps files to their owner and leaves no half ones', async () => {
  await createDiskStorage(folder).put('private/one', bytes, 'text/plain');
  const file = path.join(folder, 'private', 'one');
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readFileSync(file)).toEqual(Buffer.from(bytes));
  expect(readdirSync(path.join(folder, 'private'))).toEqual(['one']);
});

test('a folder that can’t be written is named', async () => {
  await createDiskStorage(folder).put('busy', bytes, 'text/plain');
  await expect(createDiskStorage(path.join(folder, 'busy')).put('one', bytes, 'text/plain')).rejects.toMatchObject({
    code: 'storage.unavailable',
  });
});

test('a bucket that is busy or breaks off for a moment is asked again', async () => {
  s3.fail('busy', 'reset');
  await bucket().put('again', bytes, 'image/png');
  expect(s3.objects.get('files/again')).toMatchObject({ contentType: 'image/png', bytes: Buffer.from(bytes) });
});

test('a bucket that stays away is named, and is there again later', async () => {
  const storage = bucket();
  s3.fail('busy', 'busy', 'busy');
  await expect(storage.get('again')).rejects.toMatchObject({ code: 'storage.unavailable' });
  expect(await storage.get('again')).toBeDefined();
  await expect(bucket('http://127.0.0.1:9').get('again')).rejects.toMatchObject({ code: 'storage.unavailable' });
});
