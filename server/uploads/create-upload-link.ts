import { insertUploadLink } from './store';
import { hashOfToken, newToken } from './token';
import { UPLOAD_LINK_HOURS, uploadAddress } from './upload-address';

/**
 * Makes a link by which a contact can put papers in, good once and for 72 hours; `language` is what its page speaks. Its
 * address is the only place where the token is: it can't be had again.
 */
export async function createUploadLink(
  { contactId, language }: { readonly contactId: string; readonly language: string },
  nowMs: number,
): Promise<string> {
  const token = newToken();
  const tokenHash = hashOfToken(token);
  if (tokenHash === undefined) throw new Error('A new token has not the form of tokens.');
  await insertUploadLink({ tokenHash, contactId, language, expiresAt: new Date(nowMs + goodForMs) });
  return uploadAddress(token);
}

const goodForMs = UPLOAD_LINK_HOURS * 3_600_000;
