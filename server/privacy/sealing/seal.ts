import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const IV_BYTES = 12; // NIST SP 800-38D, 8.2: 96 bits
const TAG_BYTES = 16;

/** A new key of 256 bits. */
export function newKey(): Buffer {
  return randomBytes(32);
}

/**
 * Encrypts; `about` is what the result is of, and it can be opened only by who says the same. Who gives a nonce of 12 bytes must
 * give another one for each other text.
 */
export function seal(key: Buffer, about: string, plain: Uint8Array, iv: Buffer = nextNonce()): Buffer {
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Asked for many at once: a turn seals some thirty values, and each call for chance costs as much as the cipher. */
function nextNonce(): Buffer {
  if (nonces.byteLength < IV_BYTES) nonces = randomBytes(IV_BYTES * NONCES_AT_ONCE);
  const nonce = nonces.subarray(0, IV_BYTES);
  nonces = nonces.subarray(IV_BYTES);
  return nonce;
}

const NONCES_AT_ONCE = 512;
let nonces = Buffer.alloc(0);

/** What `seal` encrypted; throws where key, bytes or `about` are not the same. */
export function unseal(key: Buffer, about: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}
