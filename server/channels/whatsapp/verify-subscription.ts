import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * The challenge to send back, as plain text with status 200, when Meta asks whether this webhook is ours; undefined (403)
 * unless the mode is `subscribe` and the token is the one we set, compared in constant time.
 */
export function verifySubscription(query: URLSearchParams, verifyToken: string): string | undefined {
  const mode = single(query, 'hub.mode');
  const token = single(query, 'hub.verify_token');
  const challenge = single(query, 'hub.challenge');
  if (verifyToken === '' || mode !== 'subscribe' || token === undefined || challenge === undefined) return undefined;
  return timingSafeEqual(digest(token), digest(verifyToken)) ? challenge : undefined;
}

function single(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name);
  return values.length === 1 ? values[0] : undefined;
}

/** Equal in length whatever the text, as `timingSafeEqual` demands. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
