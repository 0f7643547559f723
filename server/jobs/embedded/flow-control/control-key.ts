import { createHash } from 'node:crypto';

/** What is limited together: hashed, because a key may hold what somebody said. */
export function controlKey(owner: string, kind: string, key: string): string {
  return key === '' ? `${owner}:${kind}` : `${owner}:${kind}:${createHash('sha1').update(key).digest('hex')}`;
}
