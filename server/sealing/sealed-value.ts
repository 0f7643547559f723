import { createHmac } from 'node:crypto';
import { seal, unseal } from '../privacy/sealing/seal';
import { type ColumnKey, columnKeys } from './keys';

/**
 * A value as a column keeps it: `sealed:<kind>:<key id>:<base64url of nonce, tag and AES-256-GCM ciphertext>`. Kind t is a text, j
 * is JSON, e is a text of which equal ones look the same. What stands before the last colon is authenticated with the value.
 */
export function sealValue(kind: 't' | 'j', plain: string): string {
  const { id, sealing } = columnKeys().current;
  const head = `${PREFIX}${kind}:${id}`;
  return `${head}:${seal(sealing, head, Buffer.from(plain)).toString('base64url')}`;
}

/**
 * A text sealed so that the same text of the same subject looks the same under one key, for columns that are compared: who reads
 * the database sees which values are equal, and no more. The nonce is a keyed hash of the text, so no two texts share one.
 */
export function sealEqual(
  subject: string,
  plain: string,
  { id, equal, lookup }: ColumnKey = columnKeys().current,
): string {
  const head = `${PREFIX}e:${id}`;
  const nonce = createHmac('sha256', lookup).update(`nonce:${subject}:${plain}`).digest().subarray(0, NONCE_BYTES);
  return `${head}:${seal(equal, head, Buffer.from(plain), nonce).toString('base64url')}`;
}

const NONCE_BYTES = 12;
const PREFIX = 'sealed:';

/** What a sealed value holds; undefined for anything else, and for what no known key opens. */
export function openValue(stored: string): { readonly kind: string; readonly plain: string } | undefined {
  if (!isSealed(stored)) return;
  const [, head, kind = '', id, body = ''] = shape.exec(stored) ?? [];
  const key = columnKeys().known.find((known) => known.id === id);
  if (head === undefined || !key) return;
  try {
    const plain = unseal(kind === 'e' ? key.equal : key.sealing, head, Buffer.from(body, 'base64url')).toString();
    return { kind, plain };
  } catch {
    return; // somebody's own words that only look like ours, or bytes that were changed
  }
}

const shape = /^(sealed:([tje]):([\w-]{6})):([\w-]{38,})$/;

/** Whether a text holds what looks like one of our sealed values, for those who take text from outside. */
export function holdsSealed(text: string): boolean {
  return /sealed:[tje]:[\w-]{6}:[\w-]{38}/.test(text);
}

/** Whether a stored text says that it is sealed. */
function isSealed(stored: string): boolean {
  return stored.startsWith(PREFIX);
}

/** Whether it is sealed with the key that is written with today. */
export function isSealedToday(stored: string): boolean {
  return shape.exec(stored)?.[3] === columnKeys().current.id;
}
