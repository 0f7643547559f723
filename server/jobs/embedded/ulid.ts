import { createHash, randomBytes } from 'node:crypto';

/** A new ULID: 26 characters that sort by time. */
export function newUlid(nowMs: number): string {
  return asUlid(nowMs, randomBytes(10));
}

/** The ULID that always belongs to these names: what is done again makes the same id again. */
export function derivedUlid(nowMs: number, ...names: readonly (string | number)[]): string {
  return asUlid(nowMs, createHash('sha256').update(JSON.stringify(names)).digest().subarray(0, 10));
}

/** The moment within a ULID, in milliseconds. */
export function ulidMs(ulid: string): number {
  return [...ulid.slice(0, 10)].reduce((ms, character) => ms * 32 + alphabet.indexOf(character), 0);
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // Crockford's, as the ULID spec has it

function asUlid(ms: number, chance: Buffer): string {
  let bits = (BigInt(ms) << 80n) | BigInt(`0x${chance.toString('hex')}`);
  let text = '';
  for (let place = 0; place < 26; place++, bits >>= 5n) text = alphabet.charAt(Number(bits & 31n)) + text;
  return text;
}
