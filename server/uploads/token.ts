import { createHash, randomBytes } from 'node:crypto';

/** A new token for a link: 43 characters that nobody can guess. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token; undefined for what can't be one. */
export function hashOfToken(token: string): string | undefined {
  return /^[\w-]{43}$/.test(token) ? createHash('sha256').update(token).digest('hex') : undefined;
}
