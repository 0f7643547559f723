import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * True if `X-Hub-Signature-256` is the HMAC-SHA256 of exactly these bytes under one of the app secrets (two while a secret
 * is being rotated). Compares in constant time; without any secret nothing is ever true.
 */
export function verifySignature(rawBody: Uint8Array, header: string | null, appSecrets: readonly string[]): boolean {
  const claimed = /^sha256=([0-9a-f]{64})$/.exec(header ?? '')?.[1];
  if (claimed === undefined) return false;
  const claimedBytes = Buffer.from(claimed, 'hex');
  // Every secret is tried, so that the time taken doesn't tell which one matched.
  const matches = appSecrets
    .filter((secret) => secret !== '')
    .map((secret) => timingSafeEqual(createHmac('sha256', secret).update(rawBody).digest(), claimedBytes));
  return matches.includes(true);
}
