import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { ChannelId } from '../channels/channel';
import { messageKey } from './message-key/store';

/** How the ids of a channel's messages are kept, and what the channel knows them by. */
export type MessageIds = {
  /** What we keep instead: the same for the same id, so that a repetition and a late status still match. */
  readonly hide: (id: string) => string;
  /** The channel's own id again; what was kept before ids were hidden, as it is. */
  readonly show: (id: string) => string;
};

/** WhatsApp's ids hold the customer's number; those of the simulator hold nothing. The key is read once. */
export async function messageIdsOf(channel: ChannelId): Promise<MessageIds> {
  if (channel !== 'whatsapp') return plainIds;
  whatsappIds ??= messageKey().then(hiddenIds);
  try {
    return await whatsappIds;
  } catch (cause) {
    whatsappIds = undefined; // the database was away; the next one asks again
    throw cause;
  }
}

let whatsappIds: Promise<MessageIds> | undefined;

const plainIds: MessageIds = { hide: (id) => id, show: (id) => id };

/** Deterministic encryption as in RFC 5297: the initialisation vector is the authentication tag of what is encrypted. */
export function hiddenIds(key: Buffer): MessageIds {
  const [macKey, cipherKey] = ['vaarta.messageId.mac', 'vaarta.messageId.cipher'].map((purpose) =>
    Buffer.from(hkdfSync('sha256', key, '', purpose, 32)),
  );
  if (!macKey || !cipherKey) throw new Error('A key was not derived.');
  const vectorOf = (id: string) => createHmac('sha256', macKey).update(id).digest().subarray(0, VECTOR_BYTES);
  return {
    hide: (id) => {
      const vector = vectorOf(id);
      const cipher = createCipheriv(algorithm, cipherKey, vector);
      return PREFIX + Buffer.concat([vector, cipher.update(id), cipher.final()]).toString('base64url');
    },
    show: (id) => {
      if (!id.startsWith(PREFIX)) return id;
      const bytes = Buffer.from(id.slice(PREFIX.length), 'base64url');
      if (bytes.byteLength <= VECTOR_BYTES) return id;
      const vector = bytes.subarray(0, VECTOR_BYTES);
      const decipher = createDecipheriv(algorithm, cipherKey, vector);
      const shown = Buffer.concat([decipher.update(bytes.subarray(VECTOR_BYTES)), decipher.final()]).toString();
      return timingSafeEqual(vectorOf(shown), vector) ? shown : id;
    },
  };
}

const algorithm = 'aes-256-ctr';
const PREFIX = 'm.';
const VECTOR_BYTES = 16;
