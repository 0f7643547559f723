import { createHash, hkdfSync } from 'node:crypto';
import { getEnv } from '../../env';
import { installationSecret } from '../../secret';
import { seal, unseal } from './seal';

/** A key as it is kept: encrypted with one that is made of a secret, which `keyId` names. */
export type WrappedKey = Readonly<{ keyId: string; wrapped: Buffer }>;

/** Encrypts a key with the secret of this installation. */
export function wrapKey(id: string, key: Buffer): WrappedKey {
  const own = wrappingKey(installationSecret());
  return { keyId: own.keyId, wrapped: seal(own.key, id, key) };
}

/** The key; undefined when it was encrypted with a secret that is neither today's nor the one before. */
export function unwrapKey(id: string, { keyId, wrapped }: WrappedKey): Buffer | undefined {
  const previous = getEnv().VAARTA_PREVIOUS_SECRET;
  const known = [installationSecret(), ...(previous === undefined ? [] : [previous])].map(wrappingKey);
  const own = known.find((candidate) => candidate.keyId === keyId);
  return own && unseal(own.key, id, wrapped);
}

/** The name of the key that today's secret makes. */
export function currentKeyId(): string {
  return wrappingKey(installationSecret()).keyId;
}

function wrappingKey(secret: string): { readonly keyId: string; readonly key: Buffer } {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'vaarta.wrapping', 32));
  return { keyId: createHash('sha256').update('vaarta.keyId').update(key).digest('hex').slice(0, 16), key };
}
