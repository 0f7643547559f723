import { createHmac } from 'node:crypto';
import { type ColumnKey, columnKeys } from './keys';

/** By what contacts and rows of lists are looked up, turns put together, and erased messages known, though it is sealed. */
export type Identifier = 'phone' | 'bsuid' | 'wording' | 'message' | 'trace';

/** The keyed hash under which an identifier is kept beside its sealed value; null where there is none. */
export function blindIndex(identifier: Identifier, value: string): string;
export function blindIndex(identifier: Identifier, value: string | null | undefined): string | null;
export function blindIndex(identifier: Identifier, value: string | null | undefined): string | null {
  return value === null || value === undefined ? null : hash(columnKeys().current, identifier, value);
}

/** The hashes under which it may be kept: more than one while what was written with the secret before is made anew. */
export function blindIndexes(identifier: Identifier, value: string | null | undefined): readonly string[] {
  if (value === null || value === undefined) return [];
  return columnKeys().known.map((key) => hash(key, identifier, value));
}

function hash({ lookup }: ColumnKey, identifier: Identifier, value: string): string {
  return createHmac('sha256', lookup).update(`${identifier}:${value}`).digest('base64url').slice(0, HASH_LENGTH);
}

const HASH_LENGTH = 24; // 144 bits
