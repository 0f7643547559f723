import { createHash, randomBytes } from 'node:crypto';

/** A new UUID whose beginning is the time (version 7): rows made together lie together in the indexes. */
export function newId(nowMs: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  return asUuid(bytes, 7);
}

/** The UUID that always belongs to these names (version 8): a turn that is taken again makes the same ids again. */
export function derivedId(...names: readonly (string | number)[]): string {
  return asUuid(createHash('sha256').update(JSON.stringify(names)).digest().subarray(0, 16), 8);
}

function asUuid(bytes: Buffer, version: number): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | (version << 4), 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8); // the variant of RFC 9562
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
