/**
 * Where the bytes of files are kept. Keys are parts of small letters, digits, `.`, `_` and `-` with slashes between; any other
 * key is our bug and throws. When the storage is away, each call throws `storage.unavailable`.
 */
export type MediaStorage = {
  /** Keeps the bytes under a key, in place of what was there. They are there whole or not at all. */
  put(key: string, bytes: Uint8Array, mimeType: string): Promise<void>;
  /** The bytes, or those of a range; undefined when there is nothing. */
  get(key: string, range?: ByteRange): Promise<Uint8Array | undefined>;
  /** Forgets a key, also one that was never there. */
  remove(key: string): Promise<void>;
};

/** Both ends included, counted from 0, as in HTTP. `end` may lie behind the file's. */
export type ByteRange = { readonly start: number; readonly end: number };
