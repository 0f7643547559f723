import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The header by which an SDK knows that a request is from its server: HMAC-SHA256 over body and time (Inngest SDK spec 4.1).
 * The SDK reads the body and writes it anew before it compares: it must be canonical.
 */
export function signatureOf(body: string, signingKey: string, nowMs: number): string {
  const seconds = Math.round(nowMs / 1000);
  // The key is the text after its prefix, and not what its hexadecimal digits stand for.
  const hmac = createHmac('sha256', bareKey(signingKey)).update(body).update(String(seconds)).digest('hex');
  return `t=${seconds}&s=${hmac}`;
}

/** JSON as RFC 8785 has it: members in the order of their names. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}

/** Whether a caller of our interface knows the signing key: it sends the key's hash. */
export function isAuthorised(header: string | null, signingKey: string): boolean {
  const [, prefix = ''] = /^(signkey-[\w]+-)/.exec(signingKey) ?? [];
  const hash = createHash('sha256')
    .update(Buffer.from(bareKey(signingKey), 'hex'))
    .digest('hex');
  const wanted = Buffer.from(`Bearer ${prefix}${hash}`);
  const given = Buffer.from(header ?? '');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function bareKey(signingKey: string): string {
  return signingKey.replace(/^signkey-[\w]+-/, '');
}
