import { createHmac } from 'node:crypto';
import { installationSecret } from '../secret';
import { hashOfToken } from './token';
import { uploadAddress } from './upload-address';

/**
 * The address under which the customer of a turn can put papers in, and the hash by which it is found: the same for the same
 * turn, so that one that is taken again says the same. It opens nothing before the hash is stored.
 */
export function uploadLinkFor(turnId: string): { readonly url: string; readonly tokenHash: string } {
  const token = createHmac('sha256', installationSecret()).update(`upload:${turnId}`).digest('base64url');
  const tokenHash = hashOfToken(token);
  if (tokenHash === undefined) throw new Error('The token of a turn has not the form of tokens.');
  return { url: uploadAddress(token), tokenHash };
}
