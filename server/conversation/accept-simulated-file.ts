import { createHash } from 'node:crypto';
import type { IncomingMediaKind } from '@/flows/schema/message';
import { KnownError } from '../errors';
import { mediaStorage } from '../media/storage';
import { unknownType } from '../media/type-of';
import { acceptSimulated } from './accept-simulated';
import { isSimulatedContact } from './simulation/store';

/**
 * Takes a file that was recorded or shared in the simulator: keeps the bytes where its channel fetches them, and accepts the
 * message as WhatsApp's are. Throws `record.notFound` for a contact that is not simulated.
 */
export async function acceptSimulatedFile(file: SimulatedFile): Promise<{ readonly messageId: string }> {
  const { contactId, clientId, kind, bytes, mimeType = unknownType, filename, caption } = file;
  if (!(await isSimulatedContact(contactId))) throw new KnownError('record.notFound', 'There is no such contact.');
  const mediaId = `simulator/${clientId}`;
  await mediaStorage().put(mediaId, bytes, mimeType);
  const content = {
    type: 'media',
    kind,
    mediaId,
    mimeType,
    sha256: createHash('sha256').update(bytes).digest('base64'),
    ...(kind === 'document' && filename ? { filename } : {}),
    ...(caption ? { caption } : {}),
  } as const;
  return acceptSimulated({ contactId, clientId, content });
}

export type SimulatedFile = {
  readonly contactId: string;
  /** A UUID in small letters. */
  readonly clientId: string;
  readonly kind: Exclude<IncomingMediaKind, 'sticker'>;
  readonly bytes: Uint8Array;
  readonly mimeType?: string | undefined;
  readonly filename?: string | undefined;
  readonly caption?: string | undefined;
};
