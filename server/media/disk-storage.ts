import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { KnownError } from '../errors';
import { checkKey } from './check-key';
import type { ByteRange, MediaStorage } from './media-storage';

/** Keeps files below one folder of this machine, which is made when it is needed. Nobody else on it may read them. */
export function createDiskStorage(folder: string): MediaStorage {
  const fileOf = (key: string) => {
    checkKey(key);
    return path.join(folder, ...key.split('/'));
  };
  return {
    put: async (key, bytes) => {
      const file = fileOf(key);
      await orUnavailable(writeWhole(file, bytes));
    },
    get: async (key, range) => {
      const file = fileOf(key);
      return orUnavailable(read(file, range));
    },
    remove: async (key) => {
      const file = fileOf(key);
      await orUnavailable(rm(file, { force: true }));
    },
  };
}

/** Written beside its place and moved there, so that a crash leaves no half file. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}.part`;
  try {
    await writeFile(draft, bytes, { mode: 0o600, flush: true });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function read(file: string, range: ByteRange | undefined): Promise<Uint8Array | undefined> {
  const handle = await open(file, 'r').catch(noneIfMissing);
  if (!handle) return undefined;
  try {
    if (!range) return await handle.readFile();
    const { size } = await handle.stat();
    const bytes = new Uint8Array(Math.max(0, Math.min(range.end + 1, size) - range.start));
    let filled = 0;
    while (filled < bytes.byteLength) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.byteLength - filled, range.start + filled);
      if (bytesRead === 0) break; // it was cut meanwhile
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await handle.close();
  }
}

function noneIfMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
    return undefined;
  throw error;
}

async function orUnavailable<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (cause) {
    throw new KnownError('storage.unavailable', 'The folder for files can’t be read or written.', { cause });
  }
}
