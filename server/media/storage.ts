import path from 'node:path';
import { type Env, getEnv, s3Config } from '../env';
import { createDiskStorage } from './disk-storage';
import type { MediaStorage } from './media-storage';
import { createS3Storage } from './s3-storage';

/** The storage of this installation: a bucket when one is configured, else the disk. */
export function mediaStorage(): MediaStorage {
  globalThis.vaartaStorage ??= createStorage(getEnv());
  return globalThis.vaartaStorage;
}

function createStorage(env: Env): MediaStorage {
  const bucket = s3Config(env);
  return bucket ? createS3Storage(bucket) : createDiskStorage(path.resolve(env.VAARTA_DATA_DIR, 'media'));
}

/** Next gives each route a bundle with modules of its own: the storage and its connections are one for all of them. */
declare global {
  var vaartaStorage: MediaStorage | undefined;
}
