import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type ZipEntry, zipStream } from './zip-stream';

const at = new Date('2026-11-26T10:00:00Z');
const never = (cause: unknown) => expect(cause).toBeUndefined();

test('what is put in comes out, packed or as it is, under names in any script', async () => {
  async function* entries(): AsyncGenerator<ZipEntry> {
    yield { name: 'ಖಾತೆ.txt', at, how: 'packed', pieces: () => [Buffer.from('ನಮಸ್'), Buffer.from('ಕಾರ')] };
    yield { name: 'files/empty', at, how: 'asIs', pieces: () => [] };
    yield { name: 'files/a.png', at, how: 'asIs', pieces: () => [Buffer.from([1, 2]), Buffer.from([3])] };
  }
  const bytes = await new Response(zipStream(entries(), never)).arrayBuffer();
  const files = unzipSync(new Uint8Array(bytes));
  expect(Object.keys(files)).toEqual(['ಖಾತೆ.txt', 'files/empty', 'files/a.png']);
  expect(strFromU8(files['ಖಾತೆ.txt'] ?? new Uint8Array())).toBe('ನಮಸ್ಕಾರ');
  expect([...(files['files/a.png'] ?? [])]).toEqual([1, 2, 3]);
});

test('nothing is read before it is wanted, and who goes away leaves the rest unread', async () => {
  const read: number[] = [];
  let isReleased = false;
  async function* pieces() {
    try {
      for (let piece = 0; piece < 1_000; piece += 1) {
        read.push(piece);
        yield new Uint8Array(1_024);
      }
    } finally {
      isReleased = true;
    }
  }
  async function* entries(): AsyncGenerator<ZipEntry> {
    yield { name: 'large', at, how: 'asIs', pieces };
  }
  const reader = zipStream(entries(), never).getReader();
  for (let taken = 0; taken < 5; taken += 1) await reader.read();
  expect(read.length).toBeLessThan(8);
  await reader.cancel();
  expect(isReleased).toBe(true);
});

test('a file that can’t be read breaks the archive off, so that nobody takes a part for the whole', async () => {
  async function* pieces() {
    yield new Uint8Array(3);
    throw new Error('The storage is away.');
  }
  async function* entries(): AsyncGenerator<ZipEntry> {
    yield { name: 'deed.pdf', at, how: 'asIs', pieces };
  }
  const causes: unknown[] = [];
  const zipped = zipStream(entries(), (cause) => causes.push(cause));
  await expect(new Response(zipped).arrayBuffer()).rejects.toThrow('The storage is away.');
  expect(causes).toHaveLength(1);
});
