import { hashOfToken } from '../../uploads/token';
import type { LinkView } from './link';
import { selectLink } from './store';

/** What the link of a token is for; null when it was used, is too old, or was never made. */
export async function readLink(token: string, nowMs: number): Promise<LinkView | null> {
  const tokenHash = hashOfToken(token);
  return (tokenHash && (await selectLink(tokenHash, new Date(nowMs)))) || null;
}
